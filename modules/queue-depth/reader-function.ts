import type { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import type { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { LambdaEventSourceMapping } from "@cdktf/provider-aws/lib/lambda-event-source-mapping";
import type { LambdaFunction } from "@cdktf/provider-aws/lib/lambda-function";
import type { LambdaFunctionConfig } from "@cdktf/provider-aws/lib/lambda-function";
import { Construct } from "constructs";
import type { Place } from "../../aws/place";
import { FUNCTION_TIMEOUT_SECONDS } from "../../config/request-budget";
import { toEnvironment } from "../../lambdas/queue-depth/settings";
import type { Settings } from "../../lambdas/queue-depth/settings";
import type { VpcProps } from "../shared/function-statements";
import { addServiceFunction } from "../shared/service-function";
import { BATCH_SIZE, BATCHING_WINDOW_SECONDS, MAXIMUM_CONCURRENCY } from "./limits";
import type { RefreshQueue } from "./refresh-queue";
import { functionRoleStatements } from "./role-statements";

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

/** The function that reads the queues, with its role, its log group and its event source mapping. */
export class ReaderFunction extends Construct {
  public readonly function: LambdaFunction;
  public readonly role: IamRole;
  public readonly log: CloudwatchLogGroup;
  public readonly eventSourceMapping: LambdaEventSourceMapping;

  constructor(scope: Construct, id: string, props: ReaderFunctionProps) {
    super(scope, id);
    const { functionName, functionOverrides, keyArn, place, refreshQueue, settings, vpc } = props;
    const reader = addServiceFunction(this, {
      place,
      functionName,
      description: `Keeps the queue numbers of ${settings.contactCenter} current`,
      code: "queue-depth",
      environment: toEnvironment(settings),
      memoryMebibytes: MEMORY_MEBIBYTES,
      timeoutSeconds: FUNCTION_TIMEOUT_SECONDS,
      keyArn,
      role: {
        roleName: props.roleName,
        description: `Reads the queues of ${settings.contactCenter} and writes their numbers`,
        policyName: "queue-depth",
        statements: roleStatements(props),
      },
      ...(vpc && { vpc }),
      ...(functionOverrides && { overrides: functionOverrides }),
    });
    this.function = reader.function;
    this.role = reader.role;
    this.log = reader.log;
    this.eventSourceMapping = new LambdaEventSourceMapping(this, "feed", {
      eventSourceArn: refreshQueue.queue.arn,
      functionName: this.function.arn,
      batchSize: BATCH_SIZE,
      maximumBatchingWindowInSeconds: BATCHING_WINDOW_SECONDS,
      scalingConfig: { maximumConcurrency: MAXIMUM_CONCURRENCY },
    });
  }
}

function roleStatements({
  refreshQueue,
  settings,
  ...permissions
}: ReaderFunctionProps): ReturnType<typeof functionRoleStatements> {
  return functionRoleStatements({
    ...permissions,
    queueArn: refreshQueue.queueArn,
    indexName: settings.depthIndex,
    ...(settings.alerts?.contactRecordIndex !== undefined && {
      contactRecordIndex: settings.alerts.contactRecordIndex,
    }),
  });
}
