import type { SavedObject } from "../../objects/saved-object";
import {
  bucketInterval,
  MISSING,
  panelColumns,
  parseIndexPattern,
  type Column,
  type SearchContext,
} from "../search";
import { WRITTEN } from "../../visualizations/index";
import { intervalStart } from "./date";
import { NO_VALUE } from "./no-value";
import { count, fieldFormat, type CellFormat, type SavedFormat } from "./field";

type Viewed = Pick<SearchContext, "timeRange" | "timeZone">;

/** How each column of a panel's data is written, in the order of its columns. */
export function panelFormats(
  visualization: SavedObject<"visualization">,
  indexPattern: SavedObject<"index-pattern">,
  viewed: Viewed,
): readonly CellFormat[] {
  const { fields } = parseIndexPattern(indexPattern);
  const saved = JSON.parse(indexPattern.attributes.fieldFormatMap) as Readonly<
    Record<string, SavedFormat>
  >;
  const format = ({ isName, kind, field: name, missing, written }: Column): CellFormat => {
    if (written) return (cell) => (cell === null ? NO_VALUE : WRITTEN[written](Number(cell)));
    if (isName) return (cell) => String(cell);
    if (name === undefined) return count;
    const field = fields.get(name);
    if (!field) throw new Error(`The index pattern ${indexPattern.id} lists no field ${name}.`);
    const interval =
      kind === "bucket" ? bucketInterval(visualization, indexPattern, name, viewed) : undefined;
    if (interval !== undefined) return intervalStart(viewed.timeZone, interval);
    const write = fieldFormat(field, saved[name], viewed.timeZone);
    return missing === undefined ? write : (cell) => (cell === MISSING ? missing : write(cell));
  };
  return panelColumns(visualization).map(format);
}
