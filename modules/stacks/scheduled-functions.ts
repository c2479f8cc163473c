import type { ContactCenter } from "../../config/configuration";
import { isReconciled, writesReports } from "../../config/retirement";
import { Reconciliation } from "../reconciliation/reconciliation";
import { Report } from "../report/report";
import { connectRouteNotes } from "./connect-endpoint";
import { reconciliationProps } from "./reconciliation-props";
import { reportNotes } from "./report-notes";
import { reportProps } from "./report-props";
import type { SwitchboardStack } from "./switchboard-stack";

export interface ScheduledFunctionsProps {
  /** Contact center of the stack. */
  readonly center: ContactCenter;
  /** ARN of its Connect instance. */
  readonly instanceArn: string;
  /** ARN of the key of its account. */
  readonly keyArn: string;
  /** URL of the OpenSearch domain; its look-up is part of the stack only where a function needs it. */
  readonly domainUrl: () => string;
}

/** The functions of a contact center that run on a schedule alone: its reports and its reconciliation. */
export function addScheduledFunctions(
  stack: SwitchboardStack,
  props: ScheduledFunctionsProps,
): void {
  addReport(stack, props);
  addReconciliation(stack, props);
}

function addReport(
  stack: SwitchboardStack,
  { center, domainUrl, keyArn }: ScheduledFunctionsProps,
): void {
  if (!writesReports(center)) return;
  const alarms = stack.configuration.alarms !== false;
  const props = reportProps(center, { domainUrl: domainUrl(), keyArn, alarms });
  const { function: reporter } = new Report(stack, "report", props);
  stack.note(...reportNotes(center));
  stack.output("report_function", reporter.functionName, "Function that evaluates reports.");
}

function addReconciliation(
  stack: SwitchboardStack,
  { center, domainUrl, instanceArn, keyArn }: ScheduledFunctionsProps,
): void {
  if (!isReconciled(center)) return;
  const props = reconciliationProps(center, {
    domainUrl: domainUrl(),
    instanceArn,
    keyArn,
    alarms: stack.configuration.alarms !== false,
  });
  const { function: comparer } = new Reconciliation(stack, "reconciliation", props);
  stack.note(...connectRouteNotes("reconciliation", center));
  stack.output(
    "reconciliation_function",
    comparer.functionName,
    "Function that compares the contact records with Connect.",
  );
}
