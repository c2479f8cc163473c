import { valueAt } from "../problems";
import type { Problem } from "../problems";
import type { PartiallyValidConfiguration } from "./partially-valid-configuration";

/** A report without e-mail is announced on the alarm topic. */
export function* reportProblems(configuration: PartiallyValidConfiguration): Generator<Problem> {
  if (valueAt(configuration.file, ["alarms"]) !== false) return;
  for (const { path, value } of configuration.contactCenters) {
    if (value.report === undefined || value.report.email !== undefined) continue;
    yield {
      path: `${path}.report`,
      message:
        "a report without email is announced on the alarm topic, which alarms: false leaves out; set email, or remove alarms: false",
    };
  }
}
