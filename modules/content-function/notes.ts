import type { VpcProps } from "../shared/function-statements";
import { info, warning, type Note } from "../shared/notes";

export interface FunctionNotesProps {
  /** Name of the domain in AWS. */
  readonly domainName: string;
  /** ARN of the role that the function assumes. */
  readonly contentRoleArn: string;
  /** The domain's source; a content role that is created with the domain trusts its account. */
  readonly source: { readonly kind: "adopted" } | CreatedSource;
  readonly names: { readonly contentFunctionRole: string };
  /** Settings of the function; its VPC, if it is in one. */
  readonly contentFunction?: { readonly vpc?: VpcProps };
}

interface CreatedSource {
  readonly kind: "created";
  readonly makesContentRole: boolean;
}

/** Steps outside of Terraform that the function needs. */
export function functionNotes(props: FunctionNotesProps): readonly Note[] {
  return [...trustNotes(props), ...networkNotes(props)];
}

function networkNotes({ contentFunction, domainName }: FunctionNotesProps): readonly Note[] {
  const { vpc } = contentFunction ?? {};
  if (!vpc) return [];
  return [
    info(
      `The content function of ${domainName} runs in your VPC: its subnets need a route to S3 and STS, and its security groups (${vpc.securityGroupIds.join(", ")}) ` +
        "HTTPS (443) to the domain (docs/content-function.md#by-function).",
    ),
  ];
}

/** A content role that Switchboard does not create has a trust policy of its own. */
function trustNotes({ contentRoleArn, names, source }: FunctionNotesProps): readonly Note[] {
  if (source.kind === "created" && source.makesContentRole) return [];
  return [
    warning(
      `The trust policy of ${contentRoleArn} must let ${names.contentFunctionRole} assume it, or the function cannot apply the content (docs/content-function.md#the-content-role).`,
    ),
  ];
}

export function filesNote(domainName: string): Note {
  return info(
    `No stack applies the content of ${domainName}: use \`switchboard apply-content\`, or plain files (docs/content-function.md).`,
  );
}
