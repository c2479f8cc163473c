import { DateTime } from "luxon";
import { FUNCTION_TIMEOUT_SECONDS } from "../../../config/request-budget";
import { alertSettings } from "../../../config/resolve-alerts";
import { contactRecord, mappingOf } from "../../../fields";
import { BusinessAlerts } from "../../../modules/alarms/business-alerts";
import { QueueDepthAlarms } from "../../../modules/queue-depth/alarms";
import {
  transitionsOf,
  type MetricAlarm,
  type Transition,
} from "../../../workbench/simulator/cloudwatch-alarm";
import { ConnectApiStandIn } from "../../../workbench/simulator/connect-api";
import { DomainProxy } from "../../../workbench/simulator/domain-proxy";
import { datapointsIn, type Datapoint } from "../../../workbench/simulator/embedded-metrics";
import { VirtualClock } from "../../../workbench/simulator/virtual-clock";
import { VirtualFunction } from "../../../workbench/simulator/virtual-function";
import { configured, savedObjectsOf } from "../../../workbench/testing/configured";
import { QueueDepthCenter } from "../../../workbench/testing/queue-depth-center";
import { inEmptyStack } from "../../../workbench/testing/single-construct";
import { resources } from "../../../workbench/testing/synthesized";
import { showNumber } from "../exactness/show";
import { sharedNode } from "../shared-node";

const ZONE = "Europe/Berlin";
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const QUEUE = "Queue 1";
const OF_QUEUE = { queue: QUEUE, forMinutes: 3 };
const OF_HOUR = { atLeastContacts: 3, forMinutes: 3 };

const { center: contactCenter, domain: configuredDomain } = configured({
  alias: "alerted",
  timeZone: ZONE,
  alerts: {
    "long-wait": { metric: "longestWaitSeconds", above: 120, ...OF_QUEUE },
    "no-agent": { metric: "agentsAvailable", below: 1, ...OF_QUEUE },
    "service-level": { metric: "serviceLevelLastHourPercent", below: 80, ...OF_HOUR },
    abandoned: { metric: "abandonedLastHourPercent", above: 20, ...OF_HOUR },
    // At all times, and without a hold.
    waiting: { metric: "waitingContacts", above: 5, forMinutes: 1, businessHours: false },
  },
});
const { alerts, names } = contactCenter;
const IN_BUSINESS_HOURS = ["long-wait", "no-agent", "service-level", "abandoned"];
const RECORDS = names.contactRecordIndex;

/** The alarms as they are deployed, by name of the alert. */
const ALARMS = new Map(
  metricAlarms((stack) => {
    new BusinessAlerts(stack, "alerts", {
      contactCenter: "west",
      title: "West",
      alarmPrefix: "west",
      alerts,
      pollIntervalMinutes: 1,
      dashboardUrl: "https://domain.example/_dashboards",
      topicArn: "arn:aws:sns:eu-central-1:111122223333:alarms",
    });
  }).map((alarm) => [alarm.alarm_name.replace("west-", ""), alarm]),
);

function metricAlarms(add: Parameters<typeof inEmptyStack>[0]): MetricAlarm[] {
  const { stack } = inEmptyStack(add);
  return resources(stack, "aws_cloudwatch_metric_alarm") as unknown as MetricAlarm[];
}

function alarmOf(alert: string): MetricAlarm {
  const alarm = ALARMS.get(alert);
  if (!alarm) throw new Error(`There is no alarm of ${alert}.`);
  return alarm;
}

/** The deployed bundle in virtual time, with a real OpenSearch behind a proxy that can fail. */
class AlertedCenter {
  readonly clock: VirtualClock;
  readonly domain: DomainProxy;
  readonly center: QueueDepthCenter;
  readonly #connect: ConnectApiStandIn;
  readonly #lambda: VirtualFunction;

  private constructor(parts: {
    readonly clock: VirtualClock;
    readonly connect: ConnectApiStandIn;
    readonly domain: DomainProxy;
    readonly center: QueueDepthCenter;
  }) {
    this.clock = parts.clock;
    this.domain = parts.domain;
    this.center = parts.center;
    this.#connect = parts.connect;
    this.#lambda = parts.center.lambda as VirtualFunction;
  }

  static async open(start: number): Promise<AlertedCenter> {
    const clock = new VirtualClock(start);
    const connect = await ConnectApiStandIn.start(clock);
    const domain = await DomainProxy.start({ target: sharedNode().url });
    const opening = QueueDepthCenter.open(sharedNode(), connect, {
      queues: 2,
      domainUrl: domain.url,
      alerts: alertSettings(alerts, { contactRecordIndex: RECORDS, timeZone: ZONE }),
      runtime: (code) =>
        new VirtualFunction(code, {
          clock,
          timeoutMs: FUNCTION_TIMEOUT_SECONDS * 1_000,
          coldStartMs: 800,
        }),
    });
    const center = await clock.work(opening);
    await sharedNode().put(`_index_template/${RECORDS}`, {
      index_patterns: [`${RECORDS}*`],
      template: { settings: { number_of_replicas: 0 }, mappings: mappingOf(contactRecord) },
    });
    return new AlertedCenter({ clock, connect, domain, center });
  }

  async close(): Promise<void> {
    await this.center.close();
    await sharedNode().send("DELETE", `${RECORDS}*?ignore_unavailable=true`);
    await sharedNode().send("DELETE", `_index_template/${RECORDS}`);
    this.clock.stop();
    await this.#connect.stop();
    await this.domain.stop();
  }

  /** One scheduled refresh at that moment. */
  async refreshAt(moment: number): Promise<boolean> {
    await this.clock.sleep(moment - this.clock.now());
    return (await this.center.event(this.clock.now())).ok;
  }

  /** The next invocation runs in an environment that has published nothing yet. */
  forgetEnvironments(): void {
    this.#lambda.forgetEnvironments();
  }

  /** Values of alerts that the function has published so far. */
  get published(): readonly Datapoint[] {
    return datapointsIn(this.#lambda.output).filter(({ dimensions }) => "Alert" in dimensions);
  }

  get log(): string {
    return this.#lambda.output.join("\n");
  }

  setQueue(state: "good" | "bad"): void {
    const [queue] = [...this.center.instance.queues.values()];
    if (!queue) throw new Error("The instance has no queue.");
    const numbers =
      state === "bad"
        ? { inQueue: 9, oldestSeconds: 300, agents: 0 }
        : { inQueue: 1, oldestSeconds: 10, agents: 4 };
    this.center.instance.set(queue, "VOICE", numbers);
  }

  /** Contact records of a moment: answered in time, or abandoned. */
  async deliver(count: number, moment: number, fate: "answered" | "abandoned"): Promise<void> {
    const lines = Array.from({ length: count }, (_, number) => [
      JSON.stringify({ index: { _index: `${RECORDS}-2026`, _id: `${moment}-${number}` } }),
      JSON.stringify({
        InitiationTimestamp: new Date(moment).toISOString(),
        Queue: { Name: QUEUE },
        Queued: true,
        ServiceLevel: fate === "answered" ? 1 : 0,
        AbandonedShare: fate === "abandoned" ? 1 : 0,
      }),
    ]);
    const delivery = sharedNode().bulk(lines.flat(), "_bulk?refresh=true");
    expect((await this.clock.work(delivery)).errors).toBe(false);
  }
}

function local(day: string, time: string): number {
  return DateTime.fromISO(`${day}T${time}`, { zone: ZONE }).toMillis();
}

function clockTime({ at, state }: Transition): string {
  return `${DateTime.fromMillis(at, { zone: ZONE }).toFormat("HH:mm")} ${state}`;
}

function ofAlert(points: readonly Datapoint[], alert: string): readonly Datapoint[] {
  return points.filter(({ dimensions }) => dimensions["Alert"] === alert);
}

/** Fridays before and Mondays after both changes of the clock in 2026. */
const DAYS = ["2026-03-27", "2026-03-30", "2026-10-23", "2026-10-26"];

describe("alerts on days before and after a change to and from daylight saving time", () => {
  let alerted: AlertedCenter;

  beforeAll(async () => {
    alerted = await AlertedCenter.open(local("2026-03-27", "08:00"));
    for (const day of DAYS) await simulate(day);
  }, 300_000);
  afterAll(() => alerted.close());

  async function simulate(day: string): Promise<void> {
    await alerted.deliver(5, local(day, "08:30"), "abandoned");
    for (let moment = local(day, "08:50"); moment < local(day, "09:20"); moment += MINUTE_MS) {
      if (moment === local(day, "08:50")) alerted.setQueue("bad");
      if (moment === local(day, "09:10")) {
        alerted.setQueue("good");
        await alerted.deliver(40, local(day, "09:09"), "answered");
      }
      // One bad minute: shorter than the hold.
      if (moment === local(day, "09:15")) alerted.setQueue("bad");
      if (moment === local(day, "09:16")) alerted.setQueue("good");
      expect(await alerted.refreshAt(moment)).toBe(true);
    }
    alerted.setQueue("bad");
    await alerted.deliver(5, local(day, "16:49"), "abandoned");
    for (let moment = local(day, "16:50"); moment < local(day, "17:10"); moment += MINUTE_MS) {
      if (moment === local(day, "17:05")) alerted.setQueue("good");
      expect(await alerted.refreshAt(moment)).toBe(true);
    }
  }

  const timeline = (day: string, alert: string): string[] =>
    transitionsOf(alarmOf(alert), alerted.published, local(day, "08:00"), local(day, "18:00")).map(
      clockTime,
    );

  test.each(DAYS.flatMap((day) => IN_BUSINESS_HOURS.map((alert) => [day, alert] as const)))(
    "on %s, %s is red and green at the business hours of the wall clock",
    (day, alert) => {
      expect(timeline(day, alert)).toEqual(["09:03 ALARM", "09:11 OK", "16:53 ALARM", "17:01 OK"]);
    },
  );

  test.each(DAYS)("on %s, an alert at all times without a hold follows each minute", (day) => {
    expect(timeline(day, "waiting")).toEqual([
      ...["08:51 ALARM", "09:11 OK", "09:16 ALARM", "09:17 OK"],
      ...["16:51 ALARM", "17:06 OK"],
    ]);
  });

  test("an alert has one value a minute", () => {
    const minutes = alerted.published.map(
      ({ at, dimensions }) => `${dimensions["Alert"] ?? ""} ${Math.floor(at / MINUTE_MS)}`,
    );

    expect(new Set(minutes).size).toBe(minutes.length);
    expect(ofAlert(alerted.published, "waiting")).toHaveLength(DAYS.length * 50);
    expect(ofAlert(alerted.published, "long-wait")).toHaveLength(DAYS.length * 30);
  });

  test.each([
    ["service-level", "service-level"],
    ["abandoned", "abandoned-share"],
  ])("each value of %s is the number of the dashboard's panel for that hour", async (alert, id) => {
    const objects = savedObjectsOf(configuredDomain, [contactCenter]);
    const values = ofAlert(alerted.published, alert).filter(
      ({ at }) => Math.floor(at / MINUTE_MS) % 5 === 0,
    );
    expect(values.length).toBeGreaterThan(20);
    // Records that arrive during an hour change its number afterwards.
    const settled = values.filter(({ at }) => !isBefore(at, "09:10"));
    for (const { at, value } of settled) {
      const timeRange = {
        gte: new Date(at - HOUR_MS).toISOString(),
        lte: new Date(at).toISOString(),
      };
      const shown = await showNumber(sharedNode(), objects, `${names.dashboard}-${id}`, {
        timeRange,
        timeZone: "UTC",
      });
      expect(value).toBeCloseTo(100 * Number(shown), 9);
    }
  });

  function isBefore(moment: number, time: string): boolean {
    return DateTime.fromMillis(moment, { zone: ZONE }).toFormat("HH:mm") < time;
  }
});

describe("the values of a minute", () => {
  let alerted: AlertedCenter;
  let noon: number;

  beforeEach(async () => {
    noon = local("2026-06-15", "12:00");
    alerted = await AlertedCenter.open(noon - HOUR_MS);
    alerted.setQueue("bad");
    await alerted.deliver(5, noon - 10 * MINUTE_MS, "abandoned");
  });
  afterEach(() => alerted.close());

  test("are not published again by a repeated run, in the same environment or in a new one", async () => {
    expect(await alerted.refreshAt(noon)).toBe(true);
    const first = alerted.published;
    expect(first).toHaveLength(alerts.length);

    expect(await alerted.refreshAt(noon + 10_000)).toBe(true);
    alerted.forgetEnvironments();
    expect(await alerted.refreshAt(noon + 20_000)).toBe(true);

    expect(alerted.published).toEqual(first);
  });

  test("are published by one of two concurrent environments", async () => {
    await alerted.refreshAt(noon - MINUTE_MS);
    const before = alerted.published.length;
    await alerted.clock.sleep(noon - alerted.clock.now());

    const both = await Promise.all([
      alerted.center.event(alerted.clock.now()),
      alerted.center.event(alerted.clock.now()),
    ]);

    expect(both.map(({ ok }) => ok)).toEqual([true, true]);
    expect(alerted.published).toHaveLength(before + alerts.length);
  });

  test("are published by the retry of a run that could not read the contact records", async () => {
    alerted.domain.fault = ({ path }) => (path.includes(RECORDS) ? { status: 503 } : undefined);
    expect(await alerted.refreshAt(noon)).toBe(false);
    expect(alerted.published).toEqual([]);
    // The current metrics do not depend on the contact records.
    expect((await alerted.center.total())?.Waiting).toBe(9);

    alerted.domain.fault = () => undefined;
    alerted.forgetEnvironments();
    expect(await alerted.center.event(noon)).toMatchObject({ ok: true });

    expect(alerted.published).toHaveLength(alerts.length);
  });

  test("cause the alarm on errors if the contact records stay unreadable", async () => {
    alerted.domain.fault = ({ path }) => (path.includes(RECORDS) ? { status: 403 } : undefined);
    const errors: Datapoint[] = [];
    const metric = {
      namespace: "AWS/Lambda",
      metricName: "Errors",
      dimensions: { FunctionName: "west-queue-depth" },
    };
    for (let moment = noon; moment < noon + 15 * MINUTE_MS; moment += MINUTE_MS) {
      const ok = await alerted.refreshAt(moment);
      errors.push({ ...metric, at: moment, value: ok ? 0 : 1 });
    }
    const alarm = metricAlarms((stack) => {
      new QueueDepthAlarms(stack, "alarms", {
        contactCenter: "west",
        functionName: "west-queue-depth",
        deadLetterQueueName: "west-dead-letters",
        pollIntervalMinutes: 1,
        topicArn: "arn:aws:sns:eu-central-1:111122223333:alarms",
      });
    }).find(({ alarm_name: name }) => name === "west-queue-depth-errors");
    if (!alarm) throw new Error("There is no alarm on errors.");

    const transitions = transitionsOf(alarm, errors, noon, noon + 30 * MINUTE_MS).map(clockTime);

    expect(transitions).toEqual(["12:15 ALARM", "12:20 OK"]);
    expect(alerted.published).toEqual([]);
  });

  test("of a queue that Connect does not have are missing, and the log names the queue", async () => {
    const [queue] = [...alerted.center.instance.queues.values()];
    if (queue) alerted.center.instance.queues.delete(queue.id);

    expect(await alerted.refreshAt(noon)).toBe(true);

    expect(ofAlert(alerted.published, "long-wait")).toEqual([]);
    expect(ofAlert(alerted.published, "waiting")).toHaveLength(1);
    expect(alerted.log).toContain(`"unknownQueues":["${QUEUE}"]`);
  });
});
