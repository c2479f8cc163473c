import type { LambdaFunctionConfig } from "@cdktf/provider-aws/lib/lambda-function";
import { LambdaInvocation } from "@cdktf/provider-aws/lib/lambda-invocation";
import { S3Object } from "@cdktf/provider-aws/lib/s3-object";
import { createHash } from "node:crypto";
import { Construct } from "constructs";
import { bucketArn } from "../../aws/arns";
import type { Place } from "../../aws/place";
import type { DesiredContent } from "../../lambdas/content/content-object";
import { CONTENT_PREFIX, EXPORT_PREFIX } from "../../lambdas/content/prefixes";
import type { ContentRequest } from "../../lambdas/content/request";
import { toEnvironment } from "../../lambdas/content/settings";
import { BackupBucket } from "../firehose-delivery/backup-bucket";
import { bodyPath } from "../opensearch-content/body-files";
import type { VpcProps } from "../shared/function-statements";
import { packageLambda } from "../shared/lambda-package";
import { addServiceFunction, type ServiceFunction } from "../shared/service-function";
import { functionRoleStatements } from "./role-statements";

/** Names of the resources. */
export interface ContentFunctionNames {
  /** Name of the Lambda function, 1 to 64 characters, unique in its account and Region. */
  readonly functionName: string;
  /** Name of the function's role, 1 to 64 characters, unique in its account. */
  readonly functionRoleName: string;
  /** Name of the bucket, 3 to 63 characters, unique in the partition. */
  readonly bucketName: string;
}

export interface ContentFunctionProps {
  /** Account and Region of the domain and of all resources here. */
  readonly place: Place;
  /** Names of the resources. */
  readonly names: ContentFunctionNames;
  /** Name of the domain in AWS, for the description of the function. */
  readonly domainName: string;
  /** URL of the domain. */
  readonly domainUrl: string;
  /** Content that the domain has to have. */
  readonly content: DesiredContent;
  /** Includes changes of existing indices in an apply. */
  readonly existingIndices: boolean;
  /** ARN of the role that may administer the domain; its trust policy must let the function's role assume it. */
  readonly contentRoleArn: string;
  /** ARN of the customer-managed key that encrypts the bucket and the log. */
  readonly keyArn: string;
  /**
   * Subnets and security groups of the function. They need a route to the domain, to S3 and to STS.
   * @default the function runs outside of a VPC
   */
  readonly vpc?: VpcProps;
  /**
   * Merged last over the configuration of the Lambda function.
   * @default none
   */
  readonly functionOverrides?: Partial<LambdaFunctionConfig>;
}

/** The content of a contact center has less than a megabyte; CPU is in proportion. */
const MEMORY_MEBIBYTES = 512;
/** The maximum of Lambda: a hundred objects take less than a minute. */
const TIMEOUT_SECONDS = 900;
const DIGEST_LENGTH = 32;

/**
 * A function that applies the content of a domain, for a domain that Terraform does not reach. Terraform invokes it
 * when the content or its code has changed, and fails with the reasons of the objects that failed.
 */
export class ContentFunction extends Construct {
  public readonly function: ServiceFunction["function"];
  public readonly role: ServiceFunction["role"];
  /** Content, and exports of changed saved objects. */
  public readonly bucket: BackupBucket;
  /** The object that holds the content. */
  public readonly content: S3Object;
  /** Its result is the report of the apply as JSON. */
  public readonly invocation: LambdaInvocation;

  constructor(scope: Construct, id: string, props: ContentFunctionProps) {
    super(scope, id);
    this.bucket = new BackupBucket(this, "bucket", {
      bucketName: props.names.bucketName,
      keyArn: props.keyArn,
      expiringFolders: [EXPORT_PREFIX],
    });
    this.content = this.#addContent(props);
    const { function: lambda, role } = this.#addFunction(props);
    this.function = lambda;
    this.role = role;
    this.invocation = this.#invoke(props);
  }

  #addContent({ content }: ContentFunctionProps): S3Object {
    const { bucket, protection } = this.bucket;
    return new S3Object(this, "content", {
      bucket: bucket.id,
      key: keyOf(content),
      source: bodyPath(this, "content-body", content),
      sourceHash: digestOf(content),
      contentType: "application/json",
      ...(protection && { dependsOn: [protection.encryption, protection.publicAccess] }),
    });
  }

  #addFunction(props: ContentFunctionProps): ServiceFunction {
    const { contentRoleArn, domainName, domainUrl, keyArn, names, place, vpc } = props;
    const { bucketName, functionName, functionRoleName } = names;
    return addServiceFunction(this, {
      place,
      functionName,
      description: `Applies the content of the OpenSearch domain ${domainName}`,
      code: "content",
      environment: toEnvironment({ domainUrl, contentRoleArn, bucketName }),
      memoryMebibytes: MEMORY_MEBIBYTES,
      timeoutSeconds: TIMEOUT_SECONDS,
      keyArn,
      role: {
        roleName: functionRoleName,
        description: `Applies the content of the OpenSearch domain ${domainName} as its content role`,
        policyName: "content",
        statements: functionRoleStatements({
          place,
          functionName,
          contentRoleArn,
          bucketArn: bucketArn(bucketName, place),
          keyArn,
          ...(vpc && { vpc }),
        }),
      },
      ...(vpc && { vpc }),
      ...(props.functionOverrides && { overrides: props.functionOverrides }),
    });
  }

  #invoke({ content, existingIndices }: ContentFunctionProps): LambdaInvocation {
    const request: ContentRequest = {
      content: keyOf(content),
      ...(existingIndices && { existingIndices }),
    };
    return new LambdaInvocation(this, "invocation", {
      functionName: this.function.functionName,
      input: JSON.stringify(request),
      // A newer version of the function compares the content again.
      triggers: { code: packageLambda("content").sourceCodeHash },
      dependsOn: [this.content],
    });
  }
}

/** A key for each content: the function cannot read another one than the plan shows. */
function keyOf(content: DesiredContent): string {
  return `${CONTENT_PREFIX}/${digestOf(content).slice(0, DIGEST_LENGTH)}.json`;
}

function digestOf(content: DesiredContent): string {
  return createHash("sha256").update(JSON.stringify(content)).digest("hex");
}
