import { CALLBACK_REQUEST_METHODS, TRANSFER_METHODS } from "../../fields";
import type { PanelContent } from "../objects/dashboard";
import { countCard, meanCard } from "./cards";
import type { DashboardContext } from "./context";

/** Contacts that a customer was passed on to, inside of Connect. */
export function transfers(context: DashboardContext): PanelContent {
  return countCard(context, "transfers", { field: "InitiationMethod", oneOf: TRANSFER_METHODS });
}

/** Contacts that were passed on to a number outside of Connect. */
export function transfersOut(context: DashboardContext): PanelContent {
  return countCard(context, "transfersOut", { field: "TransferredToEndpoint.Type", exists: true });
}

export function callbacks(context: DashboardContext): PanelContent {
  return countCard(context, "callbacks", {
    field: "InitiationMethod",
    oneOf: CALLBACK_REQUEST_METHODS,
  });
}

/** Only callbacks that an agent took have the field. */
export function callbackWait(context: DashboardContext): PanelContent {
  const { wait: label } = context.texts.labels;
  return meanCard(context, "callbackWait", { field: "CallbackWaitDuration", label });
}
