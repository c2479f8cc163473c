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
        "outgoing contacts are left out; on the overview, a new column has the contact center",
    },
    {
      title: "Queues",
      id: "queues",
      dashboards: "both",
      change: "a new row *(no queue)*; on the overview, a new column has the contact center",
    },
    {
      title: "Agent States Now",
      id: "agent-states",
      dashboards: "both",
      change:
        "is *Agents Now*, with the activity of each agent; on the overview, a new column has the contact center",
    },
  ],
};

/** A row of the table in docs/upgrading.md. */
export function rowOf({ change, dashboards, title }: ChangedPanel): string {
  return `| *${title}* | ${dashboards} | ${change} |`;
}
