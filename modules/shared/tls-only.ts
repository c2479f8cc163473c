import type { DataAwsIamPolicyDocumentStatement } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";

export interface TlsOnlyProps {
  /** Id of the statement. It is part of the policy, and a deployed one never changes. */
  readonly sid: string;
  /** All actions of the service, as in `s3:*`. */
  readonly actions: string;
  /** ARNs that the policy protects. */
  readonly resources: readonly string[];
  /**
   * Type of the principal that stands for everyone.
   * @default "*"
   */
  readonly principalType?: "*" | "AWS";
}

/** Denies every request without TLS, by every principal. */
export function tlsOnlyStatement(props: TlsOnlyProps): DataAwsIamPolicyDocumentStatement {
  return {
    sid: props.sid,
    effect: "Deny",
    actions: [props.actions],
    resources: [...props.resources],
    principals: [{ type: props.principalType ?? "*", identifiers: ["*"] }],
    condition: [{ test: "Bool", variable: "aws:SecureTransport", values: ["false"] }],
  };
}
