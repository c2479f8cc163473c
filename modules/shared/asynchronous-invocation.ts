import type { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import type { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { LambdaFunctionEventInvokeConfig } from "@cdktf/provider-aws/lib/lambda-function-event-invoke-config";
import { SchedulerSchedule } from "@cdktf/provider-aws/lib/scheduler-schedule";
import { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import type { Construct } from "constructs";
import { arnOf } from "../../aws/arns";
import type { Place } from "../../aws/place";
import { addAlarm, type AlarmProps } from "../alarms/alarm";
import { useKey } from "./function-statements";
import { addScheduleRole } from "./schedule-role";
import type { ServiceRole } from "./service-role";

/** Retries of Lambda after a failed invocation: its maximum. */
const RETRIES = 2;
/** Age at which Lambda drops an event that it cannot start: its maximum, 6 hours. */
const EVENT_AGE_SECONDS = 21_600;
/** The maximum of SQS: enough time to correct the cause and to send the event again. */
const DEAD_LETTER_RETENTION_SECONDS = 14 * 24 * 60 * 60;

export interface DeadLettersProps {
  /** Name of the queue, 1 to 80 characters. */
  readonly queueName: string;
  /** ARN of the customer-managed key that encrypts it. */
  readonly keyArn: string;
}

/** A queue that keeps events that failed in every attempt. */
export function addDeadLetters(
  scope: Construct,
  { keyArn, queueName }: DeadLettersProps,
): SqsQueue {
  return new SqsQueue(scope, "dead-letters", {
    name: queueName,
    kmsMasterKeyId: keyArn,
    messageRetentionSeconds: DEAD_LETTER_RETENTION_SECONDS,
  });
}

/** Retries of a failed asynchronous invocation. */
export function addRetries(
  scope: Construct,
  functionName: string,
): LambdaFunctionEventInvokeConfig {
  return new LambdaFunctionEventInvokeConfig(scope, "retries", {
    functionName,
    maximumRetryAttempts: RETRIES,
    // Named, or a plan would remove the value that Lambda reports.
    maximumEventAgeInSeconds: EVENT_AGE_SECONDS,
  });
}

export interface FailureAlarmProps extends Pick<
  AlarmProps,
  "description" | "runbook" | "topicArn"
> {
  /** Name of the function; the alarm's name begins with it. */
  readonly functionName: string;
  /** Name of the queue of failed events. */
  readonly deadLetterQueueName: string;
}

/** An alarm on events that failed in every attempt. */
export function addFailureAlarm(
  scope: Construct,
  id: string,
  { deadLetterQueueName, functionName, ...alarm }: FailureAlarmProps,
): CloudwatchMetricAlarm {
  return addAlarm(scope, id, {
    alarmName: `${functionName}-failed`,
    namespace: "AWS/SQS",
    metricName: "ApproximateNumberOfMessagesVisible",
    dimensions: { QueueName: deadLetterQueueName },
    statistic: "Maximum",
    threshold: 0,
    comparison: "GreaterThanThreshold",
    period: 300,
    ...alarm,
  });
}

export interface InvocationScheduleProps {
  /** Name of the schedule, 1 to 64 characters. */
  readonly name: string;
  /** Description of the schedule, as its console shows it. */
  readonly description: string;
  /** Days and hour, as in `cron(0 6 * * ? *)`. */
  readonly expression: string;
  /** IANA time zone of the expression. */
  readonly timeZone: string;
  /** ARN of the function. */
  readonly functionArn: string;
  /** ARN of the role of the schedule. */
  readonly roleArn: string;
  /** ARN of the queue that keeps an event that could not be delivered. */
  readonly deadLetterQueueArn: string;
  /** Members of the event beside `scheduledTime`. @default none */
  readonly event?: Readonly<Record<string, string>>;
  /** Policy of the role: without it the scheduler can invoke nothing. */
  readonly policy: IamRolePolicy;
}

/** A schedule that invokes a function with the time of the schedule, which is the same in every attempt. */
export function addInvocationSchedule(
  scope: Construct,
  id: string,
  props: InvocationScheduleProps,
): SchedulerSchedule {
  const { deadLetterQueueArn, description, event, expression, functionArn, name, roleArn } = props;
  return new SchedulerSchedule(scope, id, {
    name,
    description,
    scheduleExpression: expression,
    scheduleExpressionTimezone: props.timeZone,
    flexibleTimeWindow: { mode: "OFF" },
    target: {
      arn: functionArn,
      roleArn,
      input: JSON.stringify({ ...event, scheduledTime: "<aws.scheduler.scheduled-time>" }),
      deadLetterConfig: { arn: deadLetterQueueArn },
    },
    dependsOn: [props.policy],
  });
}

export interface InvocationRoleProps {
  /** Account and Region of the schedules, the function and the queue. */
  readonly place: Place;
  /** Name of the role, 1 to 64 characters. */
  readonly roleName: string;
  /** Description of the role, as the IAM console shows it. */
  readonly description: string;
  /** Name of the function. */
  readonly functionName: string;
  /** ARN of the queue of failed events. */
  readonly deadLetterQueueArn: string;
  /** ARN of the key that encrypts the queue. */
  readonly keyArn: string;
}

/** The role of schedules that invoke a function. */
export function addInvocationRole(
  scope: Construct,
  { deadLetterQueueArn, functionName, keyArn, place, ...role }: InvocationRoleProps,
): ServiceRole {
  // It follows from the name, so the policy need not wait for the function.
  const functionArn = arnOf("lambda", `function:${functionName}`, place);
  return addScheduleRole(scope, {
    ...role,
    place,
    policyName: "invoke",
    statements: [
      { sid: "Invoke", actions: ["lambda:InvokeFunction"], resources: [functionArn] },
      { sid: "KeepFailedEvents", actions: ["sqs:SendMessage"], resources: [deadLetterQueueArn] },
      useKey(place, ["sqs"], keyArn, ["kms:Decrypt", "kms:GenerateDataKey"]),
    ],
  });
}
