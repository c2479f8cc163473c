import { DAY_MS } from "../../aws/index-rotation";
import type { Rotation } from "../../aws/index-rotation";

/**
 * Name of the index for a document of this moment, in UTC, in the format of the indices that Firehose
 * rotates.
 * @see https://docs.aws.amazon.com/firehose/latest/dev/basic-deliver.html#es-index-rotation
 */
export function rotatedIndex(name: string, rotation: Rotation, moment: Date): string {
  const [day = "", time = ""] = moment.toISOString().split("T");
  switch (rotation) {
    case "none":
      return name;
    case "month":
      return `${name}-${day.slice(0, 7)}`;
    case "week":
      return `${name}-${week(moment)}`;
    case "day":
      return `${name}-${day}`;
    case "hour":
      return `${name}-${day}-${time.slice(0, 2)}`;
  }
}

/** Weeks start on Sunday; the first of a year is the first that has a Saturday in it. */
function week(moment: Date): string {
  const midnight = Date.UTC(moment.getUTCFullYear(), moment.getUTCMonth(), moment.getUTCDate());
  const saturday = new Date(midnight + (6 - moment.getUTCDay()) * DAY_MS);
  const newYear = Date.UTC(saturday.getUTCFullYear(), 0, 1);
  const number = Math.floor((saturday.getTime() - newYear) / (7 * DAY_MS)) + 1;
  return `${saturday.getUTCFullYear()}-w${String(number).padStart(2, "0")}`;
}
