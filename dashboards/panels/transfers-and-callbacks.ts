import { CALLBACK_REQUEST_METHODS, TRANSFER_METHODS, type contactRecord } from "../../fields";
import type { PanelContent } from "../objects/dashboard";
import type { PanelName } from "../texts";
import { metric } from "../visualizations/metric";
import type { Filter } from "../visualizations/source";
import { panel, panelProps, type DashboardContext } from "./context";

/** Contacts that a customer was passed on to, inside of Connect. */
export function transfers(context: DashboardContext): PanelContent {
  return count(context, "transfers", { field: "InitiationMethod", oneOf: TRANSFER_METHODS });
}

/** Contacts that were passed on to a number outside of Connect. */
export function transfersOut(context: DashboardContext): PanelContent {
  return count(context, "transfersOut", { field: "TransferredToEndpoint.Type", exists: true });
}

export function callbacks(context: DashboardContext): PanelContent {
  return count(context, "callbacks", {
    field: "InitiationMethod",
    oneOf: CALLBACK_REQUEST_METHODS,
  });
}

/** Only callbacks that an agent took have the field. */
export function callbackWait(context: DashboardContext): PanelContent {
  const { wait: label } = context.texts.labels;
  const visualization = metric({
    ...panelProps(context, "callbackWait"),
    source: context.contactRecords,
    metrics: [{ type: "avg", field: "CallbackWaitDuration", label }],
  });
  return panel(context, "callbackWait", visualization);
}

function count(
  context: DashboardContext,
  name: PanelName,
  filter: Filter<typeof contactRecord>,
): PanelContent {
  const visualization = metric({
    ...panelProps(context, name),
    source: context.contactRecords,
    filters: [filter],
    metrics: [{ type: "count", label: context.texts.labels.calls }],
  });
  return panel(context, name, visualization);
}
