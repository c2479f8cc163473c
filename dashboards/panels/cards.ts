import type { contactRecord, NumberField } from "../../fields";
import type { PanelContent } from "../objects/dashboard";
import type { PanelName } from "../texts";
import { metric, type MetricProps } from "../visualizations/metric";
import type { Filter } from "../visualizations/source";
import { panel, panelProps, type DashboardContext } from "./context";

interface Mean extends Pick<MetricProps<typeof contactRecord>, "filters" | "target"> {
  readonly field: NumberField<typeof contactRecord>;
  readonly label: string;
}

/** The mean of the contacts that have the field. */
export function meanCard(
  context: DashboardContext,
  name: PanelName,
  { field, label, ...props }: Mean,
): PanelContent {
  const visualization = metric({
    ...panelProps(context, name),
    source: context.contactRecords,
    ...props,
    metrics: [{ type: "avg", field, label }],
  });
  return panel(context, name, visualization);
}

/** One document a contact: a plain count is the number of distinct contacts, exactly. */
export function countCard(
  context: DashboardContext,
  name: PanelName,
  ...filters: readonly Filter<typeof contactRecord>[]
): PanelContent {
  const visualization = metric({
    ...panelProps(context, name),
    source: context.contactRecords,
    filters,
    metrics: [{ type: "count", label: context.texts.labels.calls }],
  });
  return panel(context, name, visualization);
}
