/**
 * Written in place of a value that is absent, whatever its format. Metrics and tables are HTML, and the HTML converter of
 * every format writes it before the format itself is applied.
 * @see https://github.com/opensearch-project/OpenSearch-Dashboards/blob/2.19/src/plugins/data/common/field_formats/content_types/html_content_type.ts
 */
export const NO_VALUE = " - ";
