import {
  headerMarkdown,
  TARGET_PERCENT,
  thresholdsOf,
  type SecondsRange,
  type Texts,
  type Thresholds,
} from "./texts";

export const english = (thresholds: Thresholds): Texts => ({
  panels: {
    callsInQueue: {
      title: "Calls in Queue",
      description:
        "Contacts waiting right now, whatever time range is chosen: Connect's real-time *In queue* plus *Scheduled* (callbacks that wait out their delay), over all queues.",
    },
    snapshotTime: {
      title: "As of",
      description: "When Connect took the number of Calls in Queue, in your browser's time zone.",
    },
    numberOfCalls: {
      title: "Number of Calls",
      description:
        "Contacts that began in the time range. Every channel counts, and every leg: a transfer begins another contact. Outgoing contacts count here, and so do the records of supervisors who listen.",
    },
    numberOfAgents: {
      title: "Number of Agents",
      description:
        "Distinct agents who were active in the time range. Any agent event counts except a heartbeat sent while offline. An estimate above some thousands of agents.",
    },
    serviceLevel: {
      title: "Service Level",
      description: `Share of the contacts that entered a queue and were answered by an agent within the threshold of waiting time: ${threshold(thresholds)}.${shortAbandonRule(thresholds)} Green from ${TARGET_PERCENT} % on, red below.`,
    },
    averageCallDuration: {
      title: "Average Call Duration",
      description:
        "Mean time that agent and customer talked, without hold and after-contact work. Handled contacts that are not outgoing. A dash if there are none.",
    },
    averageAcw: {
      title: "Average ACW",
      description:
        "Mean after-contact work of handled contacts that are not outgoing. A handled contact without after-contact work counts as 0 seconds.",
    },
    averageWait: {
      title: "Average Waiting Time",
      description: "Mean time in queue of the contacts that an agent answered from a queue.",
    },
    abandonedShare: {
      title: "Abandoned Share",
      description: `Share of the contacts that entered a queue and were ended there by the customer: no agent took them, no other contact follows, and no flow sent them elsewhere or ended them.${shortAbandonRule(thresholds)}`,
    },
    ctrs: {
      title: "CTRs",
      description: "Contacts (contact trace records) by the day on which they began.",
    },
    callsPerDay: {
      title: "Calls per Day",
      description: "The same numbers as a table. A day without contacts has no row.",
    },
    callsByHour: {
      title: "Calls by Hour",
      description: "Contacts by the hour of the day in which they began, over all days.",
    },
    busyHours: {
      title: "Busy Hours",
      description: "Contacts by weekday and hour: when the phones ring.",
    },
    serviceLevelPerDay: {
      title: "Service Level per Day",
      description: `The service level of the contacts that began on a day. Threshold: ${threshold(thresholds)}.`,
    },
    abandonedPerDay: {
      title: "Abandoned Share per Day",
      description: "The abandoned share of the contacts that began on a day.",
    },
    waitingPercentiles: {
      title: "Waiting Time, Percentiles",
      description:
        "Time in queue of answered contacts by day: half waited at most as long as the 50th percentile says, nineteen of twenty as the 95th. Estimated.",
    },
    handlingPercentiles: {
      title: "Handling Time, Percentiles",
      description:
        "Interaction, hold and after-contact work together, by day. Handled contacts that are not outgoing. Estimated.",
    },
    queues: {
      title: "Queues",
      description:
        "Contacts, shares and mean times of each queue; the rows add up to Number of Calls. Queues of single agents share the row (agent queues). Outgoing contacts count as contacts, not in handling time. At most 500 queues, those with the most contacts.",
    },
    serviceLevelThresholds: {
      title: "Service Level by Threshold",
      description: `Share of the offered contacts of each queue that an agent took within so many seconds of waiting, a column (SL) for each number of seconds; Offered is the number of contacts in the share.${shortAbandonRule(thresholds)} At most 500 queues, those with the most contacts.`,
    },
    agents: {
      title: "Agents",
      description:
        "Handled contacts that are not outgoing, and mean times, of each agent. At most 1,000 agents, those with the most contacts.",
    },
    queuesNow: {
      title: "Queues Now",
      description:
        "Who waits right now, by queue and channel, and when Connect took the numbers. At most 500 queues, those where most wait.",
    },
    queueTrend: {
      title: "Queue Trend (last 24 hours)",
      description:
        "The most that waited at once, over all queues, during the last 24 hours, whatever time range is chosen.",
    },
    waitingByQueue: {
      title: "Waiting by Queue (last 24 hours)",
      description:
        "The most that waited at once in each queue during the last 24 hours, whatever time range is chosen. Of many queues, those where most waited. On the dashboard over all contact centers, queues of one name share a bar: the most that waited in any of them.",
    },
    agentStates: {
      title: "Agents Now (last 5 minutes)",
      description:
        "Activity of each agent by the newest event of the last five minutes. The agents who need attention most come first: those with the lowest rank. Of several contacts at once, the one with the lowest rank decides activity, channel, queue and *Since*. Without a contact, *Since* is when the status began, even if there were contacts in between. Connect sends events for up to an hour after logout. At most 1,000 agents, the first by name.",
    },
    timeInState: {
      title: "Time in State",
      description:
        "How long agents were in each state, of the states that ended in the time range.",
    },
    agentsPerDay: {
      title: "Agents per Day",
      description: "Distinct active agents by day, counted as in Number of Agents.",
    },
    transfers: {
      title: "Transfers",
      description:
        "Contacts that customers were passed on to, by an agent or from one queue to another, inside of Connect. With a filter on a queue: those that it received.",
    },
    transfersOut: {
      title: "Transfers to Outside",
      description: "Contacts that were passed on to a number outside of Connect.",
    },
    callbacks: {
      title: "Callbacks",
      description: "Callbacks that customers asked for, whether or not they were reached.",
    },
    callbackWait: {
      title: "Callback Wait",
      description:
        "Mean time in queue, from the request on, of the callbacks that an agent took. The initial delay of a callback does not count.",
    },
    chatFirstResponse: {
      title: "First Response",
      description: "Chats: mean time from the agent's acceptance to the agent's first response.",
    },
    chatMessages: {
      title: "Messages per Chat",
      description: "Chats: mean number of messages, of customers, agents and bots together.",
    },
    waitingHours: {
      title: "Waiting Time by Hour",
      description:
        "Mean time in queue of answered contacts by weekday and hour in which they began, in seconds: too few agents where it is dark.",
    },
    channels: {
      title: "Channels",
      description: "Contacts, shares and mean handling time of each channel.",
    },
    initiationMethods: {
      title: "Beginnings",
      description:
        "Contacts by initiation method: how they began. The rows add up to Number of Calls.",
    },
    disconnectReasons: {
      title: "Ends",
      description:
        "Contacts by disconnect reason: which side or what ended them. The rows add up to Number of Calls.",
    },
    soundQuality: {
      title: "Sound Quality per Day",
      description:
        "Mean audio quality score of calls, at the agent and at the customer, from 1 (poor) to 5 (good), where Connect reports one.",
    },
    intervals: {
      title: "Intervals",
      description: `Queued contacts by the interval of 15 minutes in which they began: all, answered by an agent, abandoned, within the threshold (${threshold(thresholds)}), and mean handling time.${shortAbandonRule(thresholds)} At most 366 days; over all contact centers, the days of a range share a row.`,
    },
    reconciliation: {
      title: "Reconciliation",
      description:
        "Amazon Connect's own metrics beside the same numbers of the contact records, by day, queue and channel. Both count contacts by the day on which they *ended*, so these numbers differ from those of other panels. A difference below 0: contact records are missing. Shares are in percent, times in seconds; differences of times below a second come from rounding. The days before today, at most 31 days and 50 queues.",
    },
    reconciliationHours: {
      title: "Hours That Differ",
      description:
        "Of each count that differs, the hours in which contacts are missing (below 0) or counted twice. Empty where all counts agree.",
    },
    occupancy: {
      title: "Occupancy",
      description:
        "Connect's *Occupancy* of each agent: time on contacts, divided by that time plus idle time. Contacts at once count once, custom statuses do not count. Of the times in Available that ended in the time range. The 30 agents with the highest occupancy.",
    },
    timeByAgent: {
      title: "Time by Agent",
      description:
        "Time of each agent that ended in the time range. *On contact* is the part of *Available* with at least one contact, from the connection until the contact is cleared; *On hold* and *ACW* (after-contact work) are parts of it. Contacts at once count once. The rest of Available is idle time. *Non-productive* is the time in custom statuses. At most 1,000 agents.",
    },
    agentDays: {
      title: "Agents by Day",
      description:
        "First login and last logout of each agent and day, in your browser's time zone, and the agent's time as in Time by Agent. Time belongs to the day on which it ended. Without a login or logout on that day, the column shows -.",
    },
    contactCenters: {
      title: "Contact Centers",
      description:
        "The contact centers side by side. Outgoing contacts count as contacts, not in handling time.",
    },
    wallQueue: {
      title: "Waiting",
      description: "Contacts that wait right now and the longest wait, against their limits.",
    },
    wallAgents: {
      title: "Agents",
      description:
        "Agents by the newest event of the last five minutes: available; ringing, with a contact or in after-contact work; away (custom status, or a contact that was missed, rejected or failed and is not cleared). Agents who are offline do not count.",
    },
    wallToday: {
      title: "Today",
      description: "Service level and abandoned share of the chosen time range, the current day.",
    },
  },
  labels: {
    abandoned: "Abandoned",
    abandonedShare: "Abandoned share",
    activity: "Activity",
    acw: "ACW (s)",
    afterContactWork: "ACW (h)",
    agent: "Agent",
    agents: "Agents",
    agentsAvailable: "Available",
    agentsAway: "Away",
    agentsOnContact: "On contact",
    answered: "Answered",
    asOf: "As of",
    available: "Available (h)",
    callDuration: "Talk time (s)",
    calls: "Contacts",
    channel: "Channel",
    contactCenter: "Contact center",
    contactRecords: "Contact records",
    contactsAtOnce: "At once",
    customer: "Customer",
    day: "Day",
    difference: "Difference",
    disconnectReason: "Reason",
    firstLogin: "First login",
    firstResponse: "First response (s)",
    handleTime: "Handling (s)",
    hour: "Hour",
    idle: "Idle (h)",
    initiationMethod: "Method",
    inQueue: "In queue",
    interval: "Interval",
    lastLogout: "Last logout",
    lastSeen: "Last event",
    metric: "Metric",
    noName: "(no name)",
    messages: "Messages",
    noQueue: "(no queue)",
    nonProductive: "Non-productive (h)",
    noValue: "(none)",
    occupancy: "Occupancy",
    offered: "Offered",
    oldest: "Longest wait",
    onContact: "On contact (h)",
    onHold: "On hold (h)",
    qualityScore: "Quality score",
    queue: "Queue",
    rank: "Rank",
    scheduled: "Scheduled",
    serviceLevel: "Service level",
    since: "Since",
    state: "State",
    time: "Time",
    timeInState: "Time (h)",
    wait: "Waiting (s)",
    waiting: "Waiting",
    waitingTime: "Waiting (s)",
    weekday: "Weekday",
  },
  serviceLevelWithin: (seconds) => `SL ${seconds} s`,
  filters: {
    title: "Filters",
    description: "Show only some queues, channels or agents.",
  },
  header: { title: "About", description: "Whose numbers these are." },
  definitions: { title: "What the numbers mean", description: "A definition of every number." },
  allContactCenters: "All contact centers",
  topics: {
    summary: { title: "Summary", description: "Key figures of Amazon Connect, by month." },
    queues: {
      title: "Queues",
      description: "Queues of Amazon Connect: current metrics, service level, waiting time.",
    },
    agents: {
      title: "Agents",
      description: "Agents of Amazon Connect: current activities, contacts, time.",
    },
    contacts: {
      title: "Contacts",
      description: "Contacts of Amazon Connect: busy hours, channels, transfers, callbacks.",
    },
    wall: {
      title: "Wall",
      description: "Numbers of Amazon Connect for a screen in the room.",
    },
  },
  headerText: (title, links, contactCenters) =>
    headerMarkdown(title, links, {
      contactCenters: contactCenters.map(
        (contactCenter) =>
          `**${contactCenter.title}**: days and hours in ${contactCenter.timeZone}; service level within ${threshold(thresholdsOf([contactCenter]))}.${shortAbandonRule(thresholdsOf([contactCenter]))}`,
      ),
      below: "What each number means is said at the bottom of this page.",
    }),
  rules: {
    start:
      "A contact belongs to the time at which it began (`InitiationTimestamp`), even if it ended later.",
    days: "Days, hours and weekdays are those of the contact center's own time zone. The chosen time range is in *your* browser's time zone: if the two differ, the first and the last day of a range may be cut.",
    outgoing:
      "Outgoing contacts, which agents, flows or campaigns began, do not count in call duration, after-contact work and handling time, on any panel. A supervisor who listens (`MONITOR`) handles no contact.",
    durations:
      "Durations are in seconds (s), to a tenth; Time in State is in hours (h); the longest wait is in hours, minutes and seconds (h:mm:ss).",
    arrival:
      "A contact record arrives when the contact is over and its after-contact work is done, and once more when it changes: the newest copy counts, once.",
    filters:
      "A filter on a queue or a channel leaves empty what has neither: the total of Calls in Queue, and everything about agents.",
  },
  report: {
    month: "Monthly report",
    week: "Weekly report",
    changeFrom: (period) => `Change from ${period}`,
    points: "points",
    noChange: "no comparison",
    noData: "No data",
    total: "Total",
    evaluatedAt: (time, timeZone) =>
      `Evaluated on ${time} (${timeZone}). Records that arrived later are not included.`,
    dashboard: "Open the dashboard",
  },
});

function threshold({ byQueue, serviceLevel }: Thresholds): string {
  const range = secondsText(serviceLevel);
  return byQueue ? `${range}, by queue thresholds where queues differ` : range;
}

function shortAbandonRule({ shortAbandon }: Thresholds): string {
  if (!shortAbandon) return "";
  return ` Contacts abandoned within ${secondsText(shortAbandon)} are left out.`;
}

function secondsText({ byContactCenter, highest, lowest }: SecondsRange): string {
  const range = lowest === highest ? `${lowest} seconds` : `${lowest} to ${highest} seconds`;
  return byContactCenter ? `${range} (by contact center)` : range;
}
