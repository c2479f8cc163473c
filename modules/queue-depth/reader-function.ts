import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import type { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { LambdaEventSourceMapping } from "@cdktf/provider-aws/lib/lambda-event-source-mapping";
import { LambdaFunction } from "@cdktf/provider-aws/lib/lambda-function";
import type { LambdaFunctionConfig } from "@cdktf/provider-aws/lib/lambda-function";
import { Construct } from "constructs";
import type { Place } from "../../aws/place";
import { FUNCTION_TIMEOUT_SECONDS } from "../../config/request-budget";
import { toEnvironment } from "../../lambdas/queue-depth/settings";
import type { Settings } from "../../lambdas/queue-depth/settings";
import {
  LAMBDA_HANDLER,
  LAMBDA_RUNTIME,
  lambdaAsset,
  packageLambda,
} from "../shared/lambda-package";
import { addServiceRole, type ServiceRole } from "../shared/service-role";
import { BATCH_SIZE, BATCHING_WINDOW_SECONDS, MAXIMUM_CONCURRENCY } from "./limits";
import type { RefreshQueue } from "./refresh-queue";
import { functionRoleStatements, logGroupName, type VpcProps } from "./role-statements";

export interface ReaderFunctionProps {
  /** Account and Region of the function. */
  readonly place: Place;
  /** Name of the function, 1 to 64 characters; its log group is `/aws/lambda/<name>`. */
  readonly functionName: string;
  /** Name of the function's role, 1 to 64 characters. */
  readonly roleName: string;
  /** Settings that the function reads from its environment. */
  readonly settings: Settings;
  /** ARN of the Connect instance whose queues the function may read. */
  readonly instanceArn: string;
  /** ARN of the OpenSearch domain that the function may write to. */
  readonly domainArn: string;
  /** ARN of the customer-managed key of the refresh queue and of the log. */
  readonly keyArn: string;
  /** Queue whose messages invoke the function. */
  readonly refreshQueue: RefreshQueue;
  /**
   * Subnets and security groups of the function.
   * @default the function runs outside of a VPC
   */
  readonly vpc?: VpcProps;
  /**
   * Merged last over the configuration of the function.
   * @default none
   */
  readonly functionOverrides?: Partial<LambdaFunctionConfig>;
}

/** Lambda allocates CPU in proportion to memory: with less, loading the code dominates a cold start. */
const MEMORY_MEBIBYTES = 512;
/** Covers the analysis of incidents of the previous month. */
const LOG_RETENTION_DAYS = 60;

/** The function that reads the queues, with its role, its log group and its event source mapping. */
export class ReaderFunction extends Construct {
  public readonly function: LambdaFunction;
  public readonly role: IamRole;
  public readonly log: CloudwatchLogGroup;
  public readonly eventSourceMapping: LambdaEventSourceMapping;

  constructor(scope: Construct, id: string, props: ReaderFunctionProps) {
    super(scope, id);
    const { functionName, keyArn, refreshQueue, settings, vpc } = props;
    this.log = new CloudwatchLogGroup(this, "log", {
      name: logGroupName(functionName),
      retentionInDays: LOG_RETENTION_DAYS,
      kmsKeyId: keyArn,
    });
    const { policy, role } = this.#addRole(props);
    this.role = role;
    const code = packageLambda("queue-depth");
    this.function = new LambdaFunction(this, "function", {
      functionName,
      description: `Keeps the queue numbers of ${settings.contactCenter} current`,
      role: this.role.arn,
      runtime: LAMBDA_RUNTIME,
      architectures: ["arm64"],
      handler: LAMBDA_HANDLER,
      filename: lambdaAsset(this, code),
      sourceCodeHash: code.sourceCodeHash,
      memorySize: MEMORY_MEBIBYTES,
      timeout: FUNCTION_TIMEOUT_SECONDS,
      environment: { variables: toEnvironment(settings) },
      ...(vpc && {
        vpcConfig: {
          subnetIds: [...vpc.subnetIds],
          securityGroupIds: [...vpc.securityGroupIds],
        },
      }),
      dependsOn: [this.log, policy],
      ...props.functionOverrides,
    });
    this.eventSourceMapping = new LambdaEventSourceMapping(this, "feed", {
      eventSourceArn: refreshQueue.queue.arn,
      functionName: this.function.arn,
      batchSize: BATCH_SIZE,
      maximumBatchingWindowInSeconds: BATCHING_WINDOW_SECONDS,
      scalingConfig: { maximumConcurrency: MAXIMUM_CONCURRENCY },
    });
  }

  #addRole(props: ReaderFunctionProps): ServiceRole {
    const { place, refreshQueue, roleName, settings, ...permissions } = props;
    return addServiceRole(this, {
      roleName,
      description: `Reads the queues of ${settings.contactCenter} and writes their numbers`,
      trust: {
        sid: "OwnFunction",
        principals: [{ type: "Service", identifiers: ["lambda.amazonaws.com"] }],
        condition: [{ test: "StringEquals", variable: "aws:SourceAccount", values: [place.id] }],
      },
      permissions: {
        policyName: "queue-depth",
        statements: functionRoleStatements({
          ...permissions,
          place,
          queueArn: refreshQueue.queueArn,
          indexName: settings.depthIndex,
          ...(settings.alerts?.contactRecordIndex !== undefined && {
            contactRecordIndex: settings.alerts.contactRecordIndex,
          }),
        }),
      },
    });
  }
}
