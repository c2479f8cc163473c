import { DAY_MS } from "../../aws/index-rotation";
import { parseConfiguration } from "../../config/load";
import type { ContactCenter } from "../../config/configuration";
import type { Browser } from "playwright-core";
import { openBrowser } from "../../workbench/preview/browser";
import { Closers } from "../../workbench/preview/closers";
import { openPreview, type Preview, type PreviewProps } from "../../workbench/preview/preview";
import { Progress } from "../../workbench/preview/progress";
import type { AgentEvent } from "../../workbench/simulator/shapes/agent-event";
import type { ContactRecord } from "../../workbench/simulator/shapes/contact-record";

/** Two contact centers on one domain, half a world apart. */
export const CONFIGURATION = `
name: preview
accounts:
  main: { id: "111122223333", region: eu-central-1 }
domains: [{ create: { size: dev } }]
contactCenters:
  - alias: berlin
    title: Berlin
    timeZone: Europe/Berlin
    serviceLevelThresholds: [10, 60]
    instance: { id: aaaaaaaa-bbbb-cccc-dddd-111111111111 }
  - alias: seoul
    title: Seoul
    language: ko
    timeZone: Asia/Seoul
    instance: { id: aaaaaaaa-bbbb-cccc-dddd-222222222222 }
`;

/** The same at any time of the day and of the week, so that a test is too. */
const AROUND_THE_CLOCK = {
  hours: Array.from({ length: 24 }, () => 1 / 24),
  weekdays: [1, 1, 1, 1, 1, 1, 1],
};

/** What arrived of a contact center: records as often as they came, events once. */
export interface Arrived {
  readonly center: ContactCenter;
  readonly records: ContactRecord[];
  readonly events: AgentEvent[];
}

export interface Playing {
  readonly preview: Preview;
  readonly arrived: readonly Arrived[];
  stop(): Promise<void>;
}

/** The same, live, with a browser to look at it. */
export interface Watching extends Playing {
  readonly browser: Browser;
}

export interface PlayingOptions {
  readonly days: number;
  readonly contactsPerDay: number;
  readonly speed?: number;
  /** Default: 4. */
  readonly agents?: number;
}

/** A preview in this process, with everything written down that arrives in it. */
export async function startPlaying(options: PlayingOptions): Promise<Playing> {
  const { agents = 4, contactsPerDay, days, speed = 1 } = options;
  const configuration = parseConfiguration(CONFIGURATION, "preview.yaml");
  const arrived = configuration.contactCenters.map((center): Arrived => ({
    center,
    records: [],
    events: [],
  }));
  const seen = new Set<string>();
  const isNew = ({ EventId }: AgentEvent): boolean => {
    const known = seen.has(EventId);
    seen.add(EventId);
    return !known;
  };
  const observe: PreviewProps["observe"] = (emission, center) => {
    const here = arrived.find((one) => one.center === center);
    if (emission.stream === "contact-records") here?.records.push(emission.record);
    if (emission.stream === "agent-events" && isNew(emission.record)) {
      here?.events.push(emission.record);
    }
  };
  const closers = new Closers();
  const preview = await openPreview(
    {
      configuration,
      options: { port: 0, contactsPerDay, seed: "browser", speed, once: false },
      progress: new Progress({ write: () => undefined }),
      profile: { ...AROUND_THE_CLOCK, agents },
      from: new Date(Date.now() - days * DAY_MS),
      observe,
    },
    closers,
  ).catch(async (error: unknown) => {
    await closers.close();
    throw error;
  });
  return { preview, arrived, stop: () => closers.close() };
}

/** A preview whose time passes, and a browser. */
export async function startWatching(options: PlayingOptions): Promise<Watching> {
  const [playing, browser] = await Promise.all([startPlaying(options), openBrowser()]);
  await playing.preview.fillRest();
  await playing.preview.goLive();
  const stop = async (): Promise<void> => {
    await browser.close();
    await playing.stop();
  };
  return { ...playing, browser, stop };
}
