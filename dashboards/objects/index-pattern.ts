import { fieldFormats, indexPatternFields, type EventKind } from "../../fields";
import { savedObject, type SavedObject } from "./saved-object";

export interface IndexPatternProps {
  readonly id: string;
  /** The indices, as patterns joined by commas. */
  readonly title: string;
  readonly kind: EventKind;
}

export function indexPatternObject({
  id,
  title,
  kind,
}: IndexPatternProps): SavedObject<"index-pattern"> {
  return savedObject("index-pattern", id, {
    title,
    ...(kind.timeField !== undefined && { timeFieldName: kind.timeField }),
    fields: JSON.stringify(indexPatternFields(kind)),
    fieldFormatMap: JSON.stringify(fieldFormats(kind)),
  });
}
