import { CloudwatchEventRule } from "@cdktf/provider-aws/lib/cloudwatch-event-rule";
import { CloudwatchEventTarget } from "@cdktf/provider-aws/lib/cloudwatch-event-target";
import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { SchedulerSchedule } from "@cdktf/provider-aws/lib/scheduler-schedule";
import { Fn } from "cdktf";
import { Construct } from "constructs";
import type { ContactCenter, QueueDepth } from "../../config/configuration";
import { arnOf } from "../../aws/arns";
import { contactEventPattern } from "./event-pattern";
import { LONGEST_DELIVERY_SECONDS } from "./limits";
import { scheduleRoleStatements } from "./role-statements";
import type { WakeUpCalls } from "./wake-up-calls";

export interface TriggersProps {
  readonly center: ContactCenter;
  readonly schedule: Pick<QueueDepth, "tickMinutes">;
  readonly instanceId: string;
  readonly keyArn: string;
  readonly calls: WakeUpCalls;
}

/** Another try or two; after a minute the next tick says the same. */
const RETRY = { maximumEventAgeInSeconds: LONGEST_DELIVERY_SECONDS, maximumRetryAttempts: 2 };

/**
 * What wakes the function: contact events, which AWS delivers as well as it can, and a tick, which
 * makes good for those that are lost.
 */
export class Triggers extends Construct {
  constructor(scope: Construct, id: string, props: TriggersProps) {
    super(scope, id);
    this.#addRule(props);
    this.#addTick(props);
  }

  #addRule({ center, instanceId, calls }: TriggersProps): void {
    const rule = new CloudwatchEventRule(this, "rule", {
      name: center.names.queueDepthRule,
      description: `Contact events that change a queue of ${center.alias}`,
      eventPattern: Fn.jsonencode(contactEventPattern(instanceId)),
    });
    new CloudwatchEventTarget(this, "target", {
      rule: rule.name,
      arn: calls.queue.arn,
      // Only that something happened, and when; nothing about the caller.
      inputPath: "$.time",
      retryPolicy: RETRY,
      deadLetterConfig: { arn: calls.deadLetters.arn },
    });
  }

  #addTick({ center, schedule, keyArn, calls }: TriggersProps): void {
    const { tickMinutes } = schedule;
    const { policy, role } = this.#scheduleRole(center, keyArn);
    new SchedulerSchedule(this, "tick", {
      name: center.names.queueDepthSchedule,
      description: `Queues of ${center.alias} are read at least this often`,
      scheduleExpression: tickMinutes === 1 ? "rate(1 minute)" : `rate(${tickMinutes} minutes)`,
      flexibleTimeWindow: { mode: "OFF" },
      target: {
        arn: calls.queue.arn,
        roleArn: role.arn,
        input: "<aws.scheduler.scheduled-time>",
        retryPolicy: RETRY,
        deadLetterConfig: { arn: calls.deadLetters.arn },
      },
      // Before that, the scheduler could neither send nor put into the dead letters.
      dependsOn: [policy],
    });
  }

  /** @see https://docs.aws.amazon.com/scheduler/latest/UserGuide/cross-service-confused-deputy-prevention.html */
  #scheduleRole(center: ContactCenter, keyArn: string) {
    const { account, names } = center;
    const trust = new DataAwsIamPolicyDocument(this, "trust", {
      statement: [
        {
          sid: "OwnSchedules",
          actions: ["sts:AssumeRole"],
          principals: [{ type: "Service", identifiers: ["scheduler.amazonaws.com"] }],
          condition: [
            { test: "StringEquals", variable: "aws:SourceAccount", values: [account.id] },
            {
              test: "ArnEquals",
              variable: "aws:SourceArn",
              values: [arnOf("scheduler", "schedule-group/default", account)],
            },
          ],
        },
      ],
    });
    const role = new IamRole(this, "schedule-role", {
      name: names.queueDepthScheduleRole,
      description: `The scheduler wakes the queue-depth function of ${center.alias}`,
      assumeRolePolicy: trust.json,
    });
    const permissions = new DataAwsIamPolicyDocument(this, "permissions", {
      statement: scheduleRoleStatements(center, keyArn),
    });
    const policy = new IamRolePolicy(this, "schedule-policy", {
      name: "wake",
      role: role.id,
      policy: permissions.json,
    });
    return { policy, role };
  }
}
