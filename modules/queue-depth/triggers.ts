import { CloudwatchEventRule } from "@cdktf/provider-aws/lib/cloudwatch-event-rule";
import { CloudwatchEventTarget } from "@cdktf/provider-aws/lib/cloudwatch-event-target";
import { SchedulerSchedule } from "@cdktf/provider-aws/lib/scheduler-schedule";
import { Fn } from "cdktf";
import { Construct } from "constructs";
import type { ContactCenter, QueueDepthSchedule } from "../../config/configuration";
import { arnOf } from "../../aws/arns";
import { addServiceRole, type ServiceRole } from "../shared/service-role";
import { contactEventPattern } from "./event-pattern";
import { LONGEST_DELIVERY_SECONDS } from "./limits";
import { scheduleRoleStatements } from "./role-statements";
import type { RefreshQueue } from "./refresh-queue";

export interface TriggersProps {
  readonly center: ContactCenter;
  readonly schedule: Pick<QueueDepthSchedule, "tickMinutes">;
  readonly instanceId: string;
  readonly keyArn: string;
  readonly calls: RefreshQueue;
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
  #scheduleRole(center: ContactCenter, keyArn: string): ServiceRole {
    const { account, names } = center;
    return addServiceRole(this, {
      roleName: names.queueDepthScheduleRole,
      description: `The scheduler wakes the queue-depth function of ${center.alias}`,
      trust: {
        sid: "OwnSchedules",
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
      permissions: {
        policyName: "wake",
        statements: scheduleRoleStatements(center, keyArn),
      },
      ids: { role: "schedule-role", policy: "schedule-policy" },
    });
  }
}
