import type { LambdaFunctionConfig } from "@cdktf/provider-aws/lib/lambda-function";
import { Construct } from "constructs";
import type { Place } from "../../aws/place";
import { DEFAULT_POLL_INTERVAL_MINUTES } from "../../config/request-budget";
import type { Settings } from "../../lambdas/queue-depth/settings";
import type { VpcProps } from "../shared/function-statements";
import { QueueDepthAlarms } from "./alarms";
import { ReaderFunction } from "./reader-function";
import { RefreshQueue } from "./refresh-queue";
import { Triggers } from "./triggers";

/** Names of the resources. Each is unique in its account and Region, names of roles in their account. */
export interface QueueDepthNames {
  /** Name of the Lambda function, 1 to 64 characters; its log group and its alarms are named after it. */
  readonly functionName: string;
  /** Name of the function's role, 1 to 64 characters. */
  readonly functionRoleName: string;
  /** Name of the SQS queue of refresh requests, 1 to 80 characters. */
  readonly queueName: string;
  /** Name of the SQS queue of dead letters, 1 to 80 characters. */
  readonly deadLetterQueueName: string;
  /** Name of the EventBridge rule, 1 to 64 characters. */
  readonly ruleName: string;
  /** Name of the EventBridge schedule, 1 to 64 characters. */
  readonly scheduleName: string;
  /** Name of the schedule's role, 1 to 64 characters. */
  readonly scheduleRoleName: string;
}

export interface QueueDepthProps {
  /** Account and Region of the Connect instance and of all resources here. */
  readonly place: Place;
  /** Names of the resources. */
  readonly names: QueueDepthNames;
  /** Settings of the function; the alias of its contact center also stands in descriptions. */
  readonly settings: Settings;
  /** ARN of the Connect instance, `arn:…:instance/<settings.instanceId>`. */
  readonly instanceArn: string;
  /** ARN of the OpenSearch domain at `settings.domainUrl`; the function's role may write there. */
  readonly domainArn: string;
  /** ARN of the customer-managed key that encrypts the queues and the log. */
  readonly keyArn: string;
  /**
   * Time between two refreshes without a contact event, in minutes, 1 to 60.
   * @default 1
   */
  readonly pollIntervalMinutes?: number;
  /**
   * Subnets and security groups of the function. They need a route to the Connect API.
   * @default the function runs outside of a VPC
   */
  readonly vpc?: VpcProps;
  /**
   * ARN of the SNS topic that alarms are published to.
   * @default no alarms
   */
  readonly topicArn?: string;
  /**
   * Merged last over the configuration of the Lambda function.
   * @default none
   */
  readonly functionOverrides?: Partial<LambdaFunctionConfig>;
}

/**
 * Current metrics of the queues of a Connect instance. Contact events and a schedule send refresh
 * requests to a queue; a function reads all queues of the instance and replaces the documents of an
 * OpenSearch index.
 */
export class QueueDepth extends Construct {
  public readonly refreshQueue: RefreshQueue;
  public readonly reader: ReaderFunction;
  public readonly triggers: Triggers;
  /** Undefined without `topicArn`. */
  public readonly alarms: QueueDepthAlarms | undefined;

  constructor(scope: Construct, id: string, props: QueueDepthProps) {
    super(scope, id);
    const { functionOverrides, keyArn, names, place, settings, topicArn, vpc } = props;
    const { contactCenter } = settings;
    const pollIntervalMinutes = props.pollIntervalMinutes ?? DEFAULT_POLL_INTERVAL_MINUTES;
    // The id is part of addresses in the state and never changes.
    this.refreshQueue = new RefreshQueue(this, "calls", {
      place,
      queueName: names.queueName,
      deadLetterQueueName: names.deadLetterQueueName,
      ruleName: names.ruleName,
      keyArn,
    });
    this.reader = new ReaderFunction(this, "reader", {
      place,
      functionName: names.functionName,
      roleName: names.functionRoleName,
      settings,
      instanceArn: props.instanceArn,
      domainArn: props.domainArn,
      keyArn,
      refreshQueue: this.refreshQueue,
      ...(vpc && { vpc }),
      ...(functionOverrides && { functionOverrides }),
    });
    this.triggers = new Triggers(this, "triggers", {
      place,
      contactCenter,
      instanceId: settings.instanceId,
      ruleName: names.ruleName,
      scheduleName: names.scheduleName,
      scheduleRoleName: names.scheduleRoleName,
      pollIntervalMinutes,
      keyArn,
      refreshQueue: this.refreshQueue,
    });
    this.alarms =
      topicArn === undefined
        ? undefined
        : new QueueDepthAlarms(this, "alarms", {
            contactCenter,
            functionName: names.functionName,
            deadLetterQueueName: names.deadLetterQueueName,
            pollIntervalMinutes,
            topicArn,
          });
  }
}
