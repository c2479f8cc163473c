import { info, warning, type Note } from "../shared/notes";

export interface FunctionNotesProps {
  /** Name of the domain in AWS. */
  readonly domainName: string;
  /** ARN of the role that the function assumes. */
  readonly contentRoleArn: string;
  /** The domain's source; a content role that is created with the domain trusts its account. */
  readonly source: { readonly kind: "adopted" } | CreatedSource;
  readonly names: { readonly contentFunctionRole: string };
}

interface CreatedSource {
  readonly kind: "created";
  readonly makesContentRole: boolean;
}

/** A content role that Switchboard does not create has a trust policy of its own. */
export function functionNotes(props: FunctionNotesProps): readonly Note[] {
  const { contentRoleArn, names, source } = props;
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
