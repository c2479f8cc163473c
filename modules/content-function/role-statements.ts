import type { DataAwsIamPolicyDocumentStatement } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import type { Place } from "../../aws/place";
import { CONTENT_PREFIX, EXPORT_PREFIX } from "../../lambdas/content/prefixes";
import { manageInterfaces, useKey, writeLog, type VpcProps } from "../shared/function-statements";

export interface ContentFunctionPermissions {
  /** Account and Region of the function. */
  readonly place: Place;
  /** Name of the function. */
  readonly functionName: string;
  /** ARN of the role that may administer the domain. */
  readonly contentRoleArn: string;
  /** ARN of the bucket with the content and the exports. */
  readonly bucketArn: string;
  /** ARN of the key that encrypts the bucket. */
  readonly keyArn: string;
  /**
   * Subnets and security groups of the function.
   * @default the function runs outside of a VPC and gets no rights on network interfaces
   */
  readonly vpc?: VpcProps;
}

/** All permissions of the function. Its requests to the domain are those of the content role. */
export function functionRoleStatements(
  props: ContentFunctionPermissions,
): DataAwsIamPolicyDocumentStatement[] {
  const { bucketArn, contentRoleArn, keyArn, place, vpc } = props;
  return [
    { sid: "AssumeContentRole", actions: ["sts:AssumeRole"], resources: [contentRoleArn] },
    {
      sid: "ReadContent",
      actions: ["s3:GetObject"],
      resources: [`${bucketArn}/${CONTENT_PREFIX}/*`],
    },
    {
      sid: "ExportSavedObjects",
      actions: ["s3:PutObject"],
      resources: [`${bucketArn}/${EXPORT_PREFIX}/*`],
    },
    useKey(place, ["s3"], keyArn, ["kms:Decrypt", "kms:GenerateDataKey"]),
    writeLog(props),
    ...(vpc ? manageInterfaces(props, vpc) : []),
  ];
}
