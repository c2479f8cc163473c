import { DAY_MS } from "../../../aws/index-rotation";
import type { SearchContext } from "../../../dashboards/evaluation/search";
import type { SavedObject } from "../../../dashboards/objects/saved-object";
import type { OpenSearchClient } from "../../../workbench/opensearch/client";
import { SimulatedContactCenter } from "../../../workbench/simulator/contact-center";
import { profile } from "../../../workbench/simulator/profile";
import type { ContactRecord } from "../../../workbench/simulator/shapes/contact-record";
import { show, showNumber } from "./show";
import type { Truth } from "./truth";

export interface TwoDaysProps {
  readonly seed: string;
  /** First of the two days, as in `2026-03-31`. */
  readonly day: string;
  readonly timeZone: string;
  readonly contactsPerDay: number;
}

/** Every copy of the contacts of two days that Connect sends. */
export function copiesOfTwoDays(props: TwoDaysProps): readonly ContactRecord[] {
  const { contactsPerDay, day, seed, timeZone } = props;
  const simulated = new SimulatedContactCenter({
    seed,
    streams: ["contact-records"],
    profile: profile({
      accountId: "111122223333",
      region: "eu-central-1",
      instanceId: "aaaaaaaa-bbbb-cccc-dddd-111111111111",
      timeZone,
      contactsPerDay,
    }),
  });
  const from = new Date(`${day}T00:00:00Z`);
  const to = new Date(from.getTime() + 2 * DAY_MS);
  return [...simulated.run(from, to)].flatMap((emission) =>
    emission.stream === "contact-records" ? [emission.record] : [],
  );
}

/** Expects the figures and the calls by day of a dashboard to be the true ones. */
export async function expectFigures(
  client: OpenSearchClient,
  objects: readonly SavedObject[],
  dashboard: string,
  context: SearchContext,
  truth: Truth,
): Promise<void> {
  const number = (panel: string) => showNumber(client, objects, `${dashboard}-${panel}`, context);
  expect(await number("number-of-calls")).toBe(truth.numberOfCalls);
  expect(await number("average-acw")).toBe(truth.averageAcw);
  expect(await number("average-call-duration")).toBe(truth.averageCallDuration);
  const { rows } = await show(client, objects, `${dashboard}-ctrs`, context);
  expect(rows).toEqual(truth.callsPerDay);
}
