import { DEFAULT_POLL_INTERVAL_MINUTES } from "../request-budget";
import { contactCenterNames } from "../../aws/names";
import { valueAt } from "../problems";
import type { Problem } from "../problems";
import { alertSettings, resolveAlerts } from "../resolve-alerts";
import type {
  ContactCenterFile,
  Part,
  PartiallyValidConfiguration,
} from "./partially-valid-configuration";

/**
 * Of the 4 KiB of all environment variables of a function; the others need less than the rest.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
 */
const SETTINGS_LIMIT_BYTES = 3_000;

/** Alerts need the queue-depth function, the alarm topic, and a place in the function's settings. */
export function* alertProblems(configuration: PartiallyValidConfiguration): Generator<Problem> {
  const withoutAlarms = valueAt(configuration.file, ["alarms"]) === false;
  for (const { path, value } of configuration.contactCenters) {
    if (Object.keys(value.alerts).length === 0) continue;
    if (withoutAlarms) {
      yield {
        path: `${path}.alerts`,
        message:
          "alerts are published to the alarm topic, which alarms: false leaves out; remove alerts, or alarms: false",
      };
    }
    yield* holdProblems({ path, value });
    yield* lengthProblems(configuration.name, { path, value });
  }
}

function* holdProblems({ path, value }: Part<ContactCenterFile>): Generator<Problem> {
  const { alerts, queueDepth } = value;
  if (queueDepth === false) {
    yield {
      path: `${path}.alerts`,
      message:
        "the queue-depth function publishes the metrics of alerts, and queueDepth: false leaves it out; remove alerts, or queueDepth: false",
    };
    return;
  }
  const interval =
    queueDepth.pollIntervalMinutes ?? queueDepth.tickMinutes ?? DEFAULT_POLL_INTERVAL_MINUTES;
  for (const [name, { forMinutes }] of Object.entries(alerts)) {
    if (forMinutes % interval === 0) continue;
    yield {
      path: `${path}.alerts.${name}.forMinutes`,
      message: `${forMinutes} is not a multiple of ${interval}, the pollIntervalMinutes of queueDepth: a value is certain once in ${interval} minutes; choose a multiple`,
    };
  }
}

function* lengthProblems(
  name: string,
  { path, value }: Part<ContactCenterFile>,
): Generator<Problem> {
  const { contactRecordIndex } = contactCenterNames(name, value.alias, "");
  const { timeZone } = value;
  const settings = alertSettings(resolveAlerts(value), { contactRecordIndex, timeZone });
  const bytes = Buffer.byteLength(JSON.stringify(settings));
  if (bytes <= SETTINGS_LIMIT_BYTES) return;
  yield {
    path: `${path}.alerts`,
    message: `the settings of all alerts have ${bytes} bytes, of at most ${SETTINGS_LIMIT_BYTES} in the function's environment; shorten names, or remove an alert`,
  };
}
