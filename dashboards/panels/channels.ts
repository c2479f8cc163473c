import type { contactRecord, KeywordField } from "../../fields";
import type { PanelContent } from "../objects/dashboard";
import type { PanelName } from "../texts";
import type { Metric } from "../visualizations/aggregations";
import { chart } from "../visualizations/chart";
import { table } from "../visualizations/table";
import { meanCard } from "./cards";
import { comparedColumns } from "./comparisons";
import { byDay, panel, panelProps, type DashboardContext } from "./context";

/** Connect has four channels, some ten reasons and as many methods. */
const EVERY_VALUE = 100;

export function channels(context: DashboardContext): PanelContent {
  return byValue(context, "channels", {
    field: "Channel",
    label: context.texts.labels.channel,
    metrics: comparedColumns(context),
  });
}

export function initiationMethods(context: DashboardContext): PanelContent {
  return byValue(context, "initiationMethods", {
    field: "InitiationMethod",
    label: context.texts.labels.initiationMethod,
    metrics: comparedColumns(context),
  });
}

export function disconnectReasons(context: DashboardContext): PanelContent {
  const { calls, disconnectReason } = context.texts.labels;
  return byValue(context, "disconnectReasons", {
    field: "DisconnectReason",
    label: disconnectReason,
    metrics: [{ type: "count", label: calls }],
  });
}

interface ByValue {
  readonly field: KeywordField<typeof contactRecord>;
  readonly label: string;
  readonly metrics: readonly Metric<typeof contactRecord>[];
}

/** The rows add up to Number of Calls, because contacts without a value have a row, too. */
function byValue(
  context: DashboardContext,
  name: PanelName,
  { field, label, metrics }: ByValue,
): PanelContent {
  const visualization = table({
    ...panelProps(context, name),
    source: context.contactRecords,
    metrics,
    rows: [
      {
        type: "terms",
        field,
        size: EVERY_VALUE,
        orderBy: "metric",
        missing: context.texts.labels.noValue,
        label,
      },
    ],
  });
  return panel(context, name, visualization);
}

export function soundQuality(context: DashboardContext): PanelContent {
  const { labels } = context.texts;
  const visualization = chart({
    ...panelProps(context, "soundQuality"),
    source: context.contactRecords,
    filters: [{ field: "Channel", is: "VOICE" }],
    shape: "lines",
    metrics: [
      { type: "avg", field: "QualityMetrics.Agent.Audio.QualityScore", label: labels.agent },
      { type: "avg", field: "QualityMetrics.Customer.Audio.QualityScore", label: labels.customer },
    ],
    x: byDay(context),
    yTitle: labels.qualityScore,
  });
  return panel(context, "soundQuality", visualization);
}

export function chatFirstResponse(context: DashboardContext): PanelContent {
  return meanCard(context, "chatFirstResponse", {
    field: "ChatMetrics.ChatContactMetrics.AgentFirstResponseTimeInMillis",
    label: context.texts.labels.firstResponse,
  });
}

export function chatMessages(context: DashboardContext): PanelContent {
  return meanCard(context, "chatMessages", {
    field: "ChatMetrics.ChatContactMetrics.TotalMessages",
    label: context.texts.labels.messages,
  });
}
