import type { DataAwsIamPolicyDocumentStatement } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import type { Construct } from "constructs";
import { arnOf } from "../../aws/arns";
import type { Place } from "../../aws/place";
import { addServiceRole, type ServiceRole } from "./service-role";

export interface ScheduleRoleProps {
  /** Account and Region of the schedule. */
  readonly place: Place;
  /** Name of the role, 1 to 64 characters. */
  readonly roleName: string;
  /** Description of the role, as the IAM console shows it. */
  readonly description: string;
  /** Name of the inline policy. */
  readonly policyName: string;
  /** Statements of the policy: what the schedule sends to its target and to its dead-letter queue. */
  readonly statements: readonly DataAwsIamPolicyDocumentStatement[];
}

/**
 * The role of schedules of one account in the default group.
 * @see https://docs.aws.amazon.com/scheduler/latest/UserGuide/cross-service-confused-deputy-prevention.html
 */
export function addScheduleRole(scope: Construct, props: ScheduleRoleProps): ServiceRole {
  const { description, place, policyName, roleName, statements } = props;
  return addServiceRole(scope, {
    roleName,
    description,
    trust: {
      sid: "OwnSchedules",
      principals: [{ type: "Service", identifiers: ["scheduler.amazonaws.com"] }],
      condition: [
        { test: "StringEquals", variable: "aws:SourceAccount", values: [place.id] },
        {
          test: "ArnEquals",
          variable: "aws:SourceArn",
          values: [arnOf("scheduler", "schedule-group/default", place)],
        },
      ],
    },
    permissions: { policyName, statements },
    ids: { role: "schedule-role", policy: "schedule-policy" },
  });
}
