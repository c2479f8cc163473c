/** A panel that shows something else than the same panel of the release, from the same documents. */
export interface ChangedPanel {
  readonly title: string;
  /** Id of the visualization without the id of its dashboard. */
  readonly id: string;
  readonly dashboards: "both" | "overview";
  readonly change: string;
}

/** By release that is upgraded. docs/upgrading.md has a table with the same rows. */
export const CHANGED_PANELS: Readonly<Record<string, readonly ChangedPanel[]>> = {
  "0.1.0": [
    {
      title: "Agents",
      id: "agents",
      dashboards: "both",
      change:
        "outgoing contacts are left out, times are in seconds; on the overview, a new column has the contact center",
    },
    {
      title: "Queues",
      id: "queues",
      dashboards: "both",
      change:
        "a new row *(no queue)*, times are in seconds; on the overview, a new column has the contact center",
    },
    {
      title: "Agent States Now",
      id: "agent-states",
      dashboards: "both",
      change:
        "is *Agents Now*, with the activity of each agent; on the overview, a new column has the contact center",
    },
    {
      title: "Average Call Duration",
      id: "average-call-duration",
      dashboards: "both",
      change: "in seconds instead of minutes",
    },
    {
      title: "Average ACW",
      id: "average-acw",
      dashboards: "both",
      change: "the unit is in the label",
    },
    {
      title: "Average Waiting Time",
      id: "average-wait",
      dashboards: "both",
      change: "the unit is in the label",
    },
    {
      title: "Waiting Time, Percentiles",
      id: "waiting-percentiles",
      dashboards: "both",
      change: "the unit is in the label",
    },
    {
      title: "Handling Time, Percentiles",
      id: "handling-percentiles",
      dashboards: "both",
      change: "in seconds instead of minutes",
    },
    {
      title: "Busy Hours",
      id: "busy-hours",
      dashboards: "both",
      change: "0 in place of an empty cell",
    },
    {
      title: "Contact Centers",
      id: "contact-centers",
      dashboards: "overview",
      change: "handling time is in seconds instead of minutes",
    },
    {
      title: "Queues Now",
      id: "queues-now",
      dashboards: "both",
      change: "the longest wait is h:mm:ss; *Agents available* is called *Available*",
    },
    {
      title: "Time in State",
      id: "time-in-state",
      dashboards: "both",
      change: "the unit is in the label",
    },
  ],
};

/**
 * New panels of fields that Connect sends and the release did not index, by release: the documented requests index them in
 * stored documents. The list in docs/upgrading.md has the same.
 */
export const INDEXED_LATER: Readonly<Record<string, readonly { title: string; id: string }[]>> = {
  "0.1.0": [
    { title: "First Response", id: "chat-first-response" },
    { title: "Messages per Chat", id: "chat-messages" },
  ],
};

/**
 * New panels of fields that documents of the release lack, by release: they have no rows until new documents arrive. The
 * list in docs/upgrading.md has the same.
 */
export const WITHOUT_ROWS: Readonly<Record<string, readonly { title: string; id: string }[]>> = {
  "0.1.0": [
    { title: "Intervals", id: "intervals" },
    { title: "Occupancy", id: "occupancy" },
  ],
};

/** A row of the table in docs/upgrading.md. */
export function rowOf({ change, dashboards, title }: ChangedPanel): string {
  return `| *${title}* | ${dashboards} | ${change} |`;
}
