import { CloudwatchEventRule } from "@cdktf/provider-aws/lib/cloudwatch-event-rule";
import { CloudwatchEventTarget } from "@cdktf/provider-aws/lib/cloudwatch-event-target";
import type { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { SchedulerSchedule } from "@cdktf/provider-aws/lib/scheduler-schedule";
import { Fn } from "cdktf";
import { Construct } from "constructs";
import type { Place } from "../../aws/place";
import { addScheduleRole } from "../shared/schedule-role";
import { contactEventPattern } from "./event-pattern";
import { MAX_DELIVERY_SECONDS } from "./limits";
import type { RefreshQueue } from "./refresh-queue";
import { scheduleRoleStatements } from "./role-statements";

export interface TriggersProps {
  /** Account and Region of the rule and of the schedule. */
  readonly place: Place;
  /** Alias of the contact center, part of descriptions. */
  readonly contactCenter: string;
  /** Id of the Connect instance whose contact events match the rule. */
  readonly instanceId: string;
  /** Name of the EventBridge rule, 1 to 64 characters. */
  readonly ruleName: string;
  /** Name of the EventBridge schedule, 1 to 64 characters. */
  readonly scheduleName: string;
  /** Name of the schedule's role, 1 to 64 characters. */
  readonly scheduleRoleName: string;
  /** Time between two requests of the schedule, in minutes, 1 to 60. */
  readonly pollIntervalMinutes: number;
  /** ARN of the key that encrypts the queues. */
  readonly keyArn: string;
  /** Queues that receive the refresh requests, and those that could not be delivered. */
  readonly refreshQueue: RefreshQueue;
}

/** Retries end within a minute: by then the schedule has sent a newer request. */
const RETRY = { maximumEventAgeInSeconds: MAX_DELIVERY_SECONDS, maximumRetryAttempts: 2 };

/**
 * Sources of refresh requests: contact events, which Connect delivers on a best-effort basis, and a
 * schedule, which compensates for lost ones.
 */
export class Triggers extends Construct {
  public readonly rule: CloudwatchEventRule;
  public readonly target: CloudwatchEventTarget;
  public readonly schedule: SchedulerSchedule;
  public readonly scheduleRole: IamRole;

  constructor(scope: Construct, id: string, props: TriggersProps) {
    super(scope, id);
    const { contactCenter, instanceId, pollIntervalMinutes: minutes, refreshQueue } = props;
    this.rule = new CloudwatchEventRule(this, "rule", {
      name: props.ruleName,
      description: `Contact events that change a queue of ${contactCenter}`,
      eventPattern: Fn.jsonencode(contactEventPattern(instanceId)),
    });
    this.target = new CloudwatchEventTarget(this, "target", {
      rule: this.rule.name,
      arn: refreshQueue.queue.arn,
      // Only the time of the event: no data of a customer enters the queue.
      inputPath: "$.time",
      retryPolicy: RETRY,
      deadLetterConfig: { arn: refreshQueue.deadLetters.arn },
    });
    const { policy, role } = addScheduleRole(this, {
      place: props.place,
      roleName: props.scheduleRoleName,
      description: `The scheduler wakes the queue-depth function of ${contactCenter}`,
      policyName: "wake",
      statements: scheduleRoleStatements({
        place: props.place,
        keyArn: props.keyArn,
        queueArns: [refreshQueue.queueArn, refreshQueue.deadLetterQueueArn],
      }),
    });
    this.scheduleRole = role;
    // The id is part of the address in the state and never changes.
    this.schedule = new SchedulerSchedule(this, "tick", {
      name: props.scheduleName,
      description: `Queues of ${contactCenter} are read at least this often`,
      scheduleExpression: minutes === 1 ? "rate(1 minute)" : `rate(${minutes} minutes)`,
      flexibleTimeWindow: { mode: "OFF" },
      target: {
        arn: refreshQueue.queue.arn,
        roleArn: role.arn,
        input: "<aws.scheduler.scheduled-time>",
        retryPolicy: RETRY,
        deadLetterConfig: { arn: refreshQueue.deadLetters.arn },
      },
      // Without the policy the scheduler can send neither to the queue nor to the dead letters.
      dependsOn: [policy],
    });
  }
}
