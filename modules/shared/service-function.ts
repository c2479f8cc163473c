import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import type { DataAwsIamPolicyDocumentStatement } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import type { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { LambdaFunction } from "@cdktf/provider-aws/lib/lambda-function";
import type { LambdaFunctionConfig } from "@cdktf/provider-aws/lib/lambda-function";
import type { Construct } from "constructs";
import type { Place } from "../../aws/place";
import { logGroupName, type VpcProps } from "./function-statements";
import { LAMBDA_HANDLER, LAMBDA_RUNTIME, lambdaAsset, packageLambda } from "./lambda-package";
import { addServiceRole } from "./service-role";

export interface ServiceFunctionProps {
  /** Account and Region of the function. */
  readonly place: Place;
  /** Name of the function, 1 to 64 characters; its log group is `/aws/lambda/<name>`. */
  readonly functionName: string;
  /** Description of the function, as the Lambda console shows it. */
  readonly description: string;
  /** Folder of the code below `lambdas/`. */
  readonly code: string;
  /** Environment variables. */
  readonly environment: Readonly<Record<string, string>>;
  /** Memory in MiB; CPU is in proportion to it. */
  readonly memoryMebibytes: number;
  /** Timeout of an invocation, in seconds, up to 900. */
  readonly timeoutSeconds: number;
  /** ARN of the customer-managed key of the log. */
  readonly keyArn: string;
  readonly role: FunctionRoleProps;
  /**
   * Subnets and security groups of the function.
   * @default the function runs outside of a VPC
   */
  readonly vpc?: VpcProps;
  /**
   * Arguments of the function, merged last.
   * @default none
   */
  readonly overrides?: Partial<LambdaFunctionConfig>;
}

interface FunctionRoleProps {
  /** Name of the role, 1 to 64 characters. */
  readonly roleName: string;
  /** Description of the role, as the IAM console shows it. */
  readonly description: string;
  /** Name of the inline policy. */
  readonly policyName: string;
  /** All permissions of the function. */
  readonly statements: readonly DataAwsIamPolicyDocumentStatement[];
}

export interface ServiceFunction {
  readonly function: LambdaFunction;
  readonly role: IamRole;
  readonly log: CloudwatchLogGroup;
}

/** Covers the analysis of incidents of the previous month. */
const LOG_RETENTION_DAYS = 60;

/** A function of the project, with a role of its own and an encrypted log group. */
export function addServiceFunction(scope: Construct, props: ServiceFunctionProps): ServiceFunction {
  const { functionName, keyArn, place, vpc } = props;
  const { policyName, statements, ...role } = props.role;
  const log = new CloudwatchLogGroup(scope, "log", {
    name: logGroupName(functionName),
    retentionInDays: LOG_RETENTION_DAYS,
    kmsKeyId: keyArn,
  });
  const service = addServiceRole(scope, {
    ...role,
    trust: {
      sid: "OwnFunction",
      principals: [{ type: "Service", identifiers: ["lambda.amazonaws.com"] }],
      condition: [{ test: "StringEquals", variable: "aws:SourceAccount", values: [place.id] }],
    },
    permissions: { policyName, statements },
  });
  const code = packageLambda(props.code);
  const lambda = new LambdaFunction(scope, "function", {
    functionName,
    description: props.description,
    role: service.role.arn,
    runtime: LAMBDA_RUNTIME,
    architectures: ["arm64"],
    handler: LAMBDA_HANDLER,
    filename: lambdaAsset(scope, code),
    sourceCodeHash: code.sourceCodeHash,
    memorySize: props.memoryMebibytes,
    timeout: props.timeoutSeconds,
    environment: { variables: { ...props.environment } },
    ...(vpc && {
      vpcConfig: {
        subnetIds: [...vpc.subnetIds],
        securityGroupIds: [...vpc.securityGroupIds],
      },
    }),
    dependsOn: [log, service.policy],
    ...props.overrides,
  });
  return { function: lambda, role: service.role, log };
}
