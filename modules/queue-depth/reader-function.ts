import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import type { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { LambdaEventSourceMapping } from "@cdktf/provider-aws/lib/lambda-event-source-mapping";
import { LambdaFunction } from "@cdktf/provider-aws/lib/lambda-function";
import { Construct } from "constructs";
import type { ContactCenter } from "../../config/configuration";
import { toEnvironment } from "../../lambdas/queue-depth/settings";
import type { Settings } from "../../lambdas/queue-depth/settings";
import {
  LAMBDA_HANDLER,
  LAMBDA_RUNTIME,
  lambdaAsset,
  packageLambda,
} from "../shared/lambda-package";
import { addServiceRole, type ServiceRole } from "../shared/service-role";
import { FUNCTION_TIMEOUT_SECONDS } from "../../config/request-budget";
import { BATCH_SIZE, BATCHING_WINDOW_SECONDS, MAXIMUM_CONCURRENCY } from "./limits";
import { functionRoleStatements, logGroupName } from "./role-statements";
import type { RefreshQueue } from "./refresh-queue";

export interface ReaderFunctionProps {
  readonly center: ContactCenter;
  readonly instanceArn: string;
  readonly settings: Settings;
  readonly keyArn: string;
  readonly calls: RefreshQueue;
}

/** Memory buys processor time: at this size loading the code is no longer what one waits for. */
const MEMORY_MEBIBYTES = 512;
/** Long enough to look into last month's trouble. */
const LOG_RETENTION_DAYS = 60;

/** The function that reads the queues, with its role, its log and its feed. */
export class ReaderFunction extends Construct {
  public readonly function: LambdaFunction;
  public readonly role: IamRole;

  constructor(scope: Construct, id: string, props: ReaderFunctionProps) {
    super(scope, id);
    const { center, settings, keyArn, calls } = props;
    const { vpc } = center;
    const log = new CloudwatchLogGroup(this, "log", {
      name: logGroupName(center),
      retentionInDays: LOG_RETENTION_DAYS,
      kmsKeyId: keyArn,
    });
    const { policy, role } = this.#addRole(props);
    this.role = role;
    const code = packageLambda("queue-depth");
    this.function = new LambdaFunction(this, "function", {
      functionName: center.names.queueDepthFunction,
      description: `Keeps the queue numbers of ${center.alias} current`,
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
        vpcConfig: { subnetIds: vpc.subnetIds, securityGroupIds: vpc.securityGroupIds },
      }),
      dependsOn: [log, policy],
    });
    new LambdaEventSourceMapping(this, "feed", {
      eventSourceArn: calls.queue.arn,
      functionName: this.function.arn,
      batchSize: BATCH_SIZE,
      maximumBatchingWindowInSeconds: BATCHING_WINDOW_SECONDS,
      scalingConfig: { maximumConcurrency: MAXIMUM_CONCURRENCY },
    });
  }

  #addRole({ center, instanceArn, keyArn }: ReaderFunctionProps): ServiceRole {
    return addServiceRole(this, {
      roleName: center.names.queueDepthRole,
      description: `Reads the queues of ${center.alias} and writes their numbers`,
      trust: {
        sid: "OwnFunction",
        principals: [{ type: "Service", identifiers: ["lambda.amazonaws.com"] }],
        condition: [
          { test: "StringEquals", variable: "aws:SourceAccount", values: [center.account.id] },
        ],
      },
      permissions: {
        policyName: "queue-depth",
        statements: functionRoleStatements(center, { instanceArn, keyArn }),
      },
    });
  }
}
