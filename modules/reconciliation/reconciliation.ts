import type { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import type { LambdaFunctionConfig } from "@cdktf/provider-aws/lib/lambda-function";
import type { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import { Construct } from "constructs";
import { arnOf } from "../../aws/arns";
import type { Place } from "../../aws/place";
import { DIFFERENCE_METRIC } from "../../lambdas/reconciliation/metric-names";
import { toEnvironment, type ReconciliationSettings } from "../../lambdas/reconciliation/settings";
import { METRIC_DIMENSION, METRIC_NAMESPACE } from "../../lambdas/shared/metric-namespace";
import { addAlarm } from "../alarms/alarm";
import { addDeadLetters, addFailureAlarm, addRetries } from "../shared/asynchronous-invocation";
import type { VpcProps } from "../shared/function-statements";
import { addServiceFunction, type ServiceFunction } from "../shared/service-function";
import { ReconciliationSchedule } from "./reconciliation-schedule";
import { functionRoleStatements } from "./role-statements";

/** Names of the resources. Each is unique in its account and Region, names of roles in their account. */
export interface ReconciliationNames {
  /** Name of the Lambda function, 1 to 64 characters; its log group and its alarms are named after it. */
  readonly functionName: string;
  /** Name of the function's role, 1 to 64 characters. */
  readonly functionRoleName: string;
  /** Name of the EventBridge schedule, 1 to 64 characters. */
  readonly scheduleName: string;
  /** Name of the schedule's role, 1 to 64 characters. */
  readonly scheduleRoleName: string;
  /** Name of the SQS queue of failed events, 1 to 80 characters. */
  readonly deadLetterQueueName: string;
}

export interface ReconciliationProps {
  /** Account and Region of all resources here. */
  readonly place: Place;
  /** Names of the resources. */
  readonly names: ReconciliationNames;
  /** Settings of the function. */
  readonly settings: ReconciliationSettings;
  /** Hour of the day at which the days before are compared, 0 to 23, in the time zone of the settings. */
  readonly hour: number;
  /** Difference of a count, in percent, above which the alarm goes off, 0 to 100. */
  readonly differencePercent: number;
  /** ARN of the OpenSearch domain at `settings.domainUrl`. */
  readonly domainArn: string;
  /** ARN of the customer-managed key that encrypts the queue and the log. */
  readonly keyArn: string;
  /**
   * Subnets and security groups of the function. They need a route to the Connect API.
   * @default the function runs outside of a VPC
   */
  readonly vpc?: VpcProps;
  /**
   * ARN of the SNS topic that the alarms are published to.
   * @default no alarms
   */
  readonly topicArn?: string;
  /**
   * Merged last over the configuration of the Lambda function.
   * @default none
   */
  readonly functionOverrides?: Partial<LambdaFunctionConfig>;
}

export interface ReconciliationAlarms {
  /** A count differs by more than `differencePercent`. */
  readonly difference: CloudwatchMetricAlarm;
  /** A comparison failed in every attempt. */
  readonly failed: CloudwatchMetricAlarm;
}

/** Some thousand rows of an answer; CPU is in proportion. */
const MEMORY_MEBIBYTES = 512;
/** Three days of some hundred queues in pages of 100 rows, three requests a second, with retries. */
const TIMEOUT_SECONDS = 600;
/** One value a day. */
const DAY_SECONDS = 86_400;
const RUNBOOK = "docs/reconciliation.md";

/** A function that compares the contact records with Connect's own metrics every day, and its schedule. */
export class Reconciliation extends Construct {
  public readonly function: ServiceFunction["function"];
  public readonly role: ServiceFunction["role"];
  public readonly deadLetters: SqsQueue;
  public readonly schedule: ReconciliationSchedule;
  /** Undefined without `topicArn`. */
  public readonly alarms: ReconciliationAlarms | undefined;

  constructor(scope: Construct, id: string, props: ReconciliationProps) {
    super(scope, id);
    const { keyArn, names, settings } = props;
    this.deadLetters = addDeadLetters(this, { queueName: names.deadLetterQueueName, keyArn });
    const { function: lambda, role } = this.#addFunction(props);
    this.function = lambda;
    this.role = role;
    addRetries(this, lambda.functionName);
    this.schedule = new ReconciliationSchedule(this, "schedule", {
      place: props.place,
      contactCenter: settings.contactCenter,
      scheduleName: names.scheduleName,
      roleName: names.scheduleRoleName,
      hour: props.hour,
      timeZone: settings.timeZone,
      functionName: names.functionName,
      functionArn: lambda.arn,
      deadLetterQueueArn: this.#deadLetterQueueArn(props),
      keyArn,
    });
    this.alarms = this.#addAlarms(props);
  }

  #addFunction(props: ReconciliationProps): ServiceFunction {
    const { functionOverrides, names, settings, vpc, ...places } = props;
    const { functionName, functionRoleName } = names;
    return addServiceFunction(this, {
      place: props.place,
      functionName,
      description: `Compares the contact records of ${settings.contactCenter} with Connect`,
      code: "reconciliation",
      environment: toEnvironment(settings),
      memoryMebibytes: MEMORY_MEBIBYTES,
      timeoutSeconds: TIMEOUT_SECONDS,
      keyArn: props.keyArn,
      role: {
        roleName: functionRoleName,
        description: `Reads metrics of Connect and the contact records of ${settings.contactCenter}`,
        policyName: "reconciliation",
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

  #addAlarms(props: ReconciliationProps): ReconciliationAlarms | undefined {
    const { differencePercent, names, settings, topicArn } = props;
    if (topicArn === undefined) return undefined;
    const { deadLetterQueueName, functionName } = names;
    return {
      difference: addAlarm(this, "difference", {
        alarmName: `${functionName}-difference`,
        namespace: METRIC_NAMESPACE,
        metricName: DIFFERENCE_METRIC,
        dimensions: { [METRIC_DIMENSION]: settings.contactCenter },
        statistic: "Maximum",
        threshold: differencePercent,
        comparison: "GreaterThanThreshold",
        period: DAY_SECONDS,
        // A day without a value is one whose comparison failed, and the other alarm goes off.
        missingData: "ignore",
        description:
          "A count of contacts differs from that of Amazon Connect: contact records are missing, or counted twice. The panel Reconciliation names queue and hour.",
        runbook: `${RUNBOOK}#a-count-differs`,
        topicArn,
      }),
      failed: addFailureAlarm(this, "failed", {
        functionName,
        deadLetterQueueName,
        description:
          "A comparison with Amazon Connect failed in every attempt. Read the log of the reconciliation function, correct the cause, and send the event again.",
        runbook: `${RUNBOOK}#a-comparison-failed`,
        topicArn,
      }),
    };
  }

  /** It follows from the name, so policies need not wait for the queue. */
  #deadLetterQueueArn({ names, place }: ReconciliationProps): string {
    return arnOf("sqs", names.deadLetterQueueName, place);
  }
}
