import type { IResolvable } from "cdktf";
import { Fn, TerraformOutput } from "cdktf";
import type { Construct } from "constructs";

export interface PlanCheckProps {
  /** What the output says, and what of it is checked. */
  readonly description: string;
  readonly stopIf: IResolvable;
  /** Error and remedy, which the failed plan prints. */
  readonly sentence: string;
  /** Value of the output where nothing is wrong. */
  readonly otherwise: string;
}

/**
 * Stops a plan with a sentence instead of an error from AWS in the middle of an apply. Terraform has no
 * function that fails with a message; `tobool` of a text does. (Conditions of a lifecycle block would be
 * the usual way, but their HCL form is not valid.)
 */
export function addPlanCheck(scope: Construct, name: string, props: PlanCheckProps): void {
  const { description, otherwise, sentence, stopIf } = props;
  new TerraformOutput(scope, name, {
    staticId: true,
    description,
    value: Fn.conditional(stopIf, Fn.tobool(`STOP. ${sentence}`), otherwise) as string,
  });
}
