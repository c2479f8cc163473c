import type { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import type { LambdaFunctionConfig } from "@cdktf/provider-aws/lib/lambda-function";
import type { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import { Construct } from "constructs";
import { arnOf } from "../../aws/arns";
import type { Place } from "../../aws/place";
import { toEnvironment, type ReportSettings } from "../../lambdas/report/settings";
import type { PeriodKind } from "../../report";
import { addDeadLetters, addFailureAlarm, addRetries } from "../shared/asynchronous-invocation";
import type { VpcProps } from "../shared/function-statements";
import { addServiceFunction, type ServiceFunction } from "../shared/service-function";
import { ReportSchedules } from "./report-schedules";
import { functionRoleStatements } from "./role-statements";

/** Names of the resources. Each is unique in its account and Region, names of roles in their account. */
export interface ReportNames {
  /** Name of the Lambda function, 1 to 64 characters; its log group and its alarm are named after it. */
  readonly functionName: string;
  /** Name of the function's role, 1 to 64 characters. */
  readonly functionRoleName: string;
  /** Names of the EventBridge schedules, 1 to 64 characters; without a name, the period has no report. */
  readonly schedules: Readonly<Partial<Record<PeriodKind, string>>>;
  /** Name of the schedules' role, 1 to 64 characters. */
  readonly scheduleRoleName: string;
  /** Name of the SQS queue of failed events, 1 to 80 characters. */
  readonly deadLetterQueueName: string;
}

export interface ReportProps {
  /** Account and Region of all resources here. */
  readonly place: Place;
  /** Names of the resources. */
  readonly names: ReportNames;
  /** Settings of the function. */
  readonly settings: ReportSettings;
  /** Hour of the day at which a report is evaluated, 0 to 23, in the contact center's time zone. */
  readonly hour: number;
  /** ARN of the OpenSearch domain at `settings.domainUrl`; the function's role may search it. */
  readonly domainArn: string;
  /** ARN of the bucket `settings.bucketName`. */
  readonly bucketArn: string;
  /** ARN of the customer-managed key that encrypts the bucket, the queue, the topic and the log. */
  readonly keyArn: string;
  /**
   * Subnets and security groups of the function. They need a route to S3 and to SES or SNS.
   * @default the function runs outside of a VPC
   */
  readonly vpc?: VpcProps;
  /**
   * ARN of the SNS topic that the alarm is published to.
   * @default no alarm
   */
  readonly topicArn?: string;
  /**
   * Merged last over the configuration of the Lambda function.
   * @default none
   */
  readonly functionOverrides?: Partial<LambdaFunctionConfig>;
}

/** A report of some hundred days and queues takes less; CPU is in proportion. */
const MEMORY_MEBIBYTES = 512;
/** Some 20 searches, each of a month, with retries while the domain is busy. */
const TIMEOUT_SECONDS = 300;

/** A function that evaluates the report of a closed month or week, and its schedules. */
export class Report extends Construct {
  public readonly function: ServiceFunction["function"];
  public readonly role: ServiceFunction["role"];
  public readonly deadLetters: SqsQueue;
  public readonly schedules: ReportSchedules;
  /** Undefined without `topicArn`. */
  public readonly alarm: CloudwatchMetricAlarm | undefined;

  constructor(scope: Construct, id: string, props: ReportProps) {
    super(scope, id);
    const { keyArn, names, settings } = props;
    this.deadLetters = addDeadLetters(this, { queueName: names.deadLetterQueueName, keyArn });
    const { function: lambda, role } = this.#addFunction(props);
    this.function = lambda;
    this.role = role;
    addRetries(this, lambda.functionName);
    this.schedules = new ReportSchedules(this, "schedules", {
      place: props.place,
      contactCenter: settings.alias,
      scheduleNames: names.schedules,
      roleName: names.scheduleRoleName,
      hour: props.hour,
      timeZone: settings.contactCenter.timeZone,
      functionName: names.functionName,
      functionArn: lambda.arn,
      deadLetterQueueArn: this.#deadLetterQueueArn(props),
      keyArn,
    });
    this.alarm = this.#addAlarm(props);
  }

  #addFunction(props: ReportProps): ServiceFunction {
    const { functionOverrides, names, settings, vpc, ...places } = props;
    const { functionName, functionRoleName } = names;
    return addServiceFunction(this, {
      place: props.place,
      functionName,
      description: `Reports of ${settings.alias}`,
      code: "report",
      environment: toEnvironment(settings),
      memoryMebibytes: MEMORY_MEBIBYTES,
      timeoutSeconds: TIMEOUT_SECONDS,
      keyArn: props.keyArn,
      role: {
        roleName: functionRoleName,
        description: `Searches the records of ${settings.alias} and announces reports`,
        policyName: "report",
        statements: functionRoleStatements({
          ...places,
          functionName,
          settings,
          deadLetterQueueArn: this.#deadLetterQueueArn(props),
          ...(vpc && { vpc }),
        }),
      },
      ...(vpc && { vpc }),
      overrides: { deadLetterConfig: { targetArn: this.deadLetters.arn }, ...functionOverrides },
    });
  }

  #addAlarm({ names, topicArn }: ReportProps): CloudwatchMetricAlarm | undefined {
    if (topicArn === undefined) return undefined;
    return addFailureAlarm(this, "alarm", {
      functionName: names.functionName,
      deadLetterQueueName: names.deadLetterQueueName,
      description:
        "A report failed in every attempt. Read the log of the report function, correct the cause, and send the event again.",
      runbook: "docs/report.md#a-report-failed",
      topicArn,
    });
  }

  /** It follows from the name, so policies need not wait for the queue. */
  #deadLetterQueueArn({ names, place }: ReportProps): string {
    return arnOf("sqs", names.deadLetterQueueName, place);
  }
}
