import { SERVICE_LEVEL_TARGET } from "../../config/wall-limits";

/** Every panel, in the order in which the text panel explains them. */
export const PANEL_NAMES = [
  "callsInQueue",
  "snapshotTime",
  "numberOfCalls",
  "numberOfAgents",
  "serviceLevel",
  "averageCallDuration",
  "averageAcw",
  "averageWait",
  "abandonedShare",
  "ctrs",
  "callsPerDay",
  "callsByHour",
  "busyHours",
  "serviceLevelPerDay",
  "abandonedPerDay",
  "waitingPercentiles",
  "handlingPercentiles",
  "queues",
  "serviceLevelThresholds",
  "agents",
  "queuesNow",
  "queueTrend",
  "waitingByQueue",
  "agentStates",
  "timeInState",
  "agentsPerDay",
  "transfers",
  "transfersOut",
  "callbacks",
  "callbackWait",
  "chatFirstResponse",
  "chatMessages",
  "waitingHours",
  "channels",
  "initiationMethods",
  "disconnectReasons",
  "soundQuality",
  "intervals",
  "reconciliation",
  "reconciliationHours",
  "occupancy",
  "timeByAgent",
  "agentDays",
  "contactCenters",
  "wallQueue",
  "wallAgents",
  "wallToday",
] as const;

export type PanelName = (typeof PANEL_NAMES)[number];

/** The dashboards of a contact center, and of all of them: the first is the one to begin with. */
export const TOPIC_NAMES = ["summary", "queues", "agents", "contacts"] as const;

export type TopicName = (typeof TOPIC_NAMES)[number];

/** Every dashboard of a contact center: those of the topics, and the one for a screen in the room. */
export type DashboardName = TopicName | "wall";

export interface TopicText {
  /** Name of the dashboard in the links and, after the contact center's, in the list of dashboards. */
  readonly title: string;
  readonly description: string;
}

export interface PanelText {
  readonly title: string;
  /** What the number means, in a sentence or two: on the panel and in the text panel. */
  readonly description: string;
}

/**
 * Headings of axes, columns and numbers. Where a value has no unit of its own, the heading names it: s, h. Dashboards
 * cuts the header of a column at about 16 characters where five columns share half of the page.
 */
export interface Labels {
  readonly abandoned: string;
  readonly abandonedShare: string;
  readonly activity: string;
  readonly acw: string;
  /** Time, not a mean. */
  readonly afterContactWork: string;
  readonly agent: string;
  readonly agents: string;
  readonly agentsAvailable: string;
  readonly agentsAway: string;
  readonly agentsOnContact: string;
  readonly answered: string;
  readonly asOf: string;
  readonly available: string;
  readonly callDuration: string;
  readonly calls: string;
  readonly channel: string;
  readonly contactCenter: string;
  /** Numbers of the contact records, beside those of Connect. */
  readonly contactRecords: string;
  readonly contactsAtOnce: string;
  readonly customer: string;
  readonly day: string;
  readonly difference: string;
  readonly disconnectReason: string;
  readonly firstLogin: string;
  readonly firstResponse: string;
  readonly handleTime: string;
  readonly hour: string;
  /** Time, available and without a contact. */
  readonly idle: string;
  readonly initiationMethod: string;
  readonly inQueue: string;
  /** A quarter of an hour. */
  readonly interval: string;
  readonly lastLogout: string;
  readonly lastSeen: string;
  /** Mean number of messages. */
  readonly messages: string;
  readonly metric: string;
  /** Rows of what has no name, of what never was in a queue, and of what lacks the field. */
  readonly noName: string;
  readonly noQueue: string;
  readonly nonProductive: string;
  readonly noValue: string;
  readonly occupancy: string;
  readonly offered: string;
  readonly oldest: string;
  readonly onContact: string;
  readonly onHold: string;
  readonly qualityScore: string;
  readonly queue: string;
  readonly rank: string;
  readonly scheduled: string;
  readonly serviceLevel: string;
  readonly since: string;
  readonly state: string;
  readonly time: string;
  readonly timeInState: string;
  readonly wait: string;
  readonly waiting: string;
  readonly waitingTime: string;
  readonly weekday: string;
}

/** The target of the service level as a text puts it before the percent sign, such as 80. */
export const TARGET_PERCENT = String(SERVICE_LEVEL_TARGET * 100);

/** What the texts say about a contact center. */
export interface HeaderContactCenter {
  readonly title: string;
  readonly timeZone: string;
  readonly serviceLevelSeconds: number;
  readonly serviceLevelSecondsByQueue?: Readonly<Record<string, number>>;
  readonly shortAbandonSeconds?: number;
}

/** Seconds that the contact centers of one dashboard are configured with. */
export interface SecondsRange {
  readonly lowest: number;
  readonly highest: number;
  /** Whether they differ, or some contact center has none. */
  readonly byContactCenter: boolean;
}

/** What the texts of one dashboard say about its thresholds. */
export interface Thresholds {
  readonly serviceLevel: SecondsRange;
  /** Whether some queue has a service level threshold of its own. */
  readonly byQueue: boolean;
  /** @default every abandoned contact counts */
  readonly shortAbandon?: SecondsRange;
}

export function thresholdsOf(contactCenters: readonly HeaderContactCenter[]): Thresholds {
  const shortAbandons = contactCenters.flatMap(
    ({ shortAbandonSeconds = [] }) => shortAbandonSeconds,
  );
  const shortAbandon = rangeOf(shortAbandons);
  return {
    serviceLevel: rangeOf(contactCenters.map(({ serviceLevelSeconds }) => serviceLevelSeconds)),
    byQueue: contactCenters.some(
      ({ serviceLevelSecondsByQueue = {} }) => Object.keys(serviceLevelSecondsByQueue).length > 0,
    ),
    ...(shortAbandons.length > 0 && {
      shortAbandon: {
        ...shortAbandon,
        byContactCenter:
          shortAbandon.byContactCenter || shortAbandons.length < contactCenters.length,
      },
    }),
  };
}

function rangeOf(seconds: readonly number[]): SecondsRange {
  const lowest = Math.min(...seconds);
  const highest = Math.max(...seconds);
  return { lowest, highest, byContactCenter: lowest !== highest };
}

/** Rules for all numbers, in the order of the text panel. */
export const RULE_NAMES = ["start", "days", "outgoing", "durations", "arrival", "filters"] as const;

export type RuleName = (typeof RULE_NAMES)[number];

/** Texts of the report of a month or a week. */
export interface ReportText {
  readonly month: string;
  readonly week: string;
  /** Line above the key figures: the period that the changes refer to. */
  readonly changeFrom: (period: string) => string;
  /** Unit of the difference between two shares. */
  readonly points: string;
  /** In place of a change, where one of both periods has no value. */
  readonly noChange: string;
  readonly noData: string;
  /** Heading of the sum below a column. */
  readonly total: string;
  /** Which records the report has: all that had arrived by this time. */
  readonly evaluatedAt: (time: string, timeZone: string) => string;
  readonly dashboard: string;
}

/** Every word that a dashboard or a report shows, in one language. */
export interface Texts {
  readonly panels: Readonly<Record<PanelName, PanelText>>;
  readonly labels: Labels;
  /** Heading of the column with the service level at a threshold, which Connect calls SL and the seconds. */
  readonly serviceLevelWithin: (seconds: number) => string;
  readonly filters: PanelText;
  readonly header: PanelText;
  readonly definitions: PanelText;
  /** Title of the dashboard over all contact centers of a domain. */
  readonly allContactCenters: string;
  readonly topics: Readonly<Record<DashboardName, TopicText>>;
  /** Markdown of the header: whose numbers, cut in which time zone, and the links to the other dashboards. */
  readonly headerText: (
    title: string,
    links: string,
    contactCenters: readonly HeaderContactCenter[],
  ) => string;
  /** Markdown below the definitions of the panels: rules for all of them. */
  readonly rules: Readonly<Record<RuleName, string>>;
  readonly report: ReportText;
}

/** Markdown of the header, from the sentences of a language. */
export function headerMarkdown(
  title: string,
  links: string,
  sentences: { readonly contactCenters: readonly string[]; readonly below: string },
): string {
  // Two spaces at the end break the line.
  const lines = sentences.contactCenters.map((sentence) => `${sentence}  `);
  return [`## ${title}`, "", links, "", ...lines, "", sentences.below].join("\n");
}
