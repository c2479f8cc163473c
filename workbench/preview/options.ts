import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { argumentError } from "../../cli/nearest";
import { PreviewError } from "./preview-error";

/** Options of `switchboard preview`. */
export interface PreviewOptions {
  /** Port of the page, on this machine's own address. */
  readonly port: number;
  /** Contacts from customers on an ordinary working day, in each contact center. */
  readonly contactsPerDay: number;
  /** The same seed plays the same contact center. */
  readonly seed: string;
  /** Above 1: the last day is played that many times as fast before it goes on live. */
  readonly speed: number;
  /** Folder for the data; absent: they go when the preview ends. */
  readonly keepIn?: string;
  /** End once the month so far is there, and the pictures are taken. */
  readonly once: boolean;
  /** Folder for a picture of each dashboard. */
  readonly screenshots?: string;
  /** Folder of records that are shown in place of the simulation. */
  readonly records?: string;
}

/** Not one of Dashboards' or OpenSearch's own ports: those may be running. */
const DEFAULT_PORT = 5610;
/** A small contact center: its month so far is there within seconds. */
const DEFAULT_CONTACTS_PER_DAY = 400;
const MOST_CONTACTS_PER_DAY = 50_000;
const DEFAULT_SEED = "switchboard";
/** A day in a minute and a half; faster, the page cannot be followed. */
const FASTEST = 1_000;

export const USAGE = `switchboard preview [options]

Play the configuration on this machine and show its dashboards.

  --port N              port of the page (${DEFAULT_PORT})
  --contacts-per-day N  size of each contact center, 1 to ${MOST_CONTACTS_PER_DAY} (${DEFAULT_CONTACTS_PER_DAY})
  --seed TEXT           another contact center of the same kind (${DEFAULT_SEED})
  --speed N             play the last day N times as fast, 1 to ${FASTEST}, before going on live (1)
  --keep FOLDER         keep the data there, and go on with them the next time
  --records FOLDER      show your own contact records and agent events in place of the simulation
  --once                end when the month so far is there
  --screenshot FOLDER   write a picture of each dashboard (needs Chromium or Chrome)
  --help                show this text

The configuration is that of switchboard synth: switchboard.yaml, or what SWITCHBOARD_CONFIG names.
Needs Java 17 and Maven 3.8, which fetches OpenSearch at the first start.`;

/** @throws {PreviewError} for what cannot be understood. */
export function parseOptions(args: readonly string[]): PreviewOptions {
  const { values } = parsed(args);
  const { keep, records, screenshot } = values;
  const simulated = OF_THE_SIMULATION.find((name) => values[name] !== undefined);
  if (records !== undefined && simulated !== undefined) {
    throw new PreviewError(
      `--${simulated} is of the simulation, which --records replaces: leave one of them out.`,
    );
  }
  return {
    port: wholeNumber("--port", values.port ?? String(DEFAULT_PORT), { from: 1, to: 65_535 }),
    contactsPerDay: wholeNumber(
      "--contacts-per-day",
      values["contacts-per-day"] ?? String(DEFAULT_CONTACTS_PER_DAY),
      { from: 1, to: MOST_CONTACTS_PER_DAY },
    ),
    seed: values.seed ?? DEFAULT_SEED,
    speed: wholeNumber("--speed", values.speed ?? "1", { from: 1, to: FASTEST }),
    once: values.once ?? false,
    ...(keep !== undefined && { keepIn: resolve(keep) }),
    ...(screenshot !== undefined && { screenshots: resolve(screenshot) }),
    ...(records !== undefined && { records: resolve(records) }),
  };
}

const OPTIONS = {
  port: { type: "string" },
  "contacts-per-day": { type: "string" },
  seed: { type: "string" },
  speed: { type: "string" },
  keep: { type: "string" },
  once: { type: "boolean" },
  screenshot: { type: "string" },
  records: { type: "string" },
} as const;

/** Options of the simulation. */
const OF_THE_SIMULATION = ["contacts-per-day", "seed", "speed", "keep"] as const;

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS });
  } catch (error) {
    const message = argumentError(error, Object.keys(OPTIONS));
    throw new PreviewError(`${message}\n\n${USAGE}`, { cause: error });
  }
}

function wholeNumber(
  name: string,
  text: string,
  { from, to }: { readonly from: number; readonly to: number },
): number {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (value >= from && value <= to) return value;
  throw new PreviewError(`${name} ${text}: use a whole number from ${from} to ${to}.`);
}
