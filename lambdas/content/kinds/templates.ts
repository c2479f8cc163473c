import type { KindApi } from "./kind-api";
import { namedBodies } from "./named-bodies";

/** Names of settings with dots, as the bodies have them. */
const FLAT = { flat_settings: "true" } as const;

interface ComponentTemplates {
  readonly component_templates: readonly { readonly component_template: object }[];
}

interface IndexTemplates {
  readonly index_templates: readonly { readonly index_template: object }[];
}

export const COMPONENT_TEMPLATES: KindApi = namedBodies<ComponentTemplates>({
  path: "_component_template",
  query: FLAT,
  bodyOf: ({ component_templates: [found] }) => found?.component_template,
});

export const INDEX_TEMPLATES: KindApi = namedBodies<IndexTemplates>({
  path: "_index_template",
  query: FLAT,
  bodyOf: ({ index_templates: [found] }) => found?.index_template,
});

export const INGEST_PIPELINES: KindApi = namedBodies<Readonly<Record<string, object>>>({
  path: "_ingest/pipeline",
  bodyOf: (answer, name) => answer[name],
});
