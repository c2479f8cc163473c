import { AnnotationMetadataEntryType, Annotations } from "cdktf";
import type { IConstruct } from "constructs";

/**
 * Severity of a note. A warning names something that does not work, or is lost, as the configuration
 * is; an info, a step outside of Terraform or a property of the deployment.
 */
export type Severity = "info" | "warning";

/** A text for the engineer who applies a stack; every command line that synthesizes prints it. */
export interface Note {
  readonly severity: Severity;
  readonly text: string;
}

export function info(text: string): Note {
  return { severity: "info", text };
}

export function warning(text: string): Note {
  return { severity: "warning", text };
}

/** Adds notes as CDKTF annotations, which `cdktf synth` and `cdktf deploy` print. */
export function annotate(construct: IConstruct, notes: readonly Note[]): void {
  const annotations = Annotations.of(construct);
  for (const { severity, text } of notes) {
    if (severity === "warning") annotations.addWarning(text);
    else annotations.addInfo(text);
  }
}

/** Annotations of a construct and of those inside it; warnings first. */
export function notesOf(construct: IConstruct): readonly Note[] {
  const notes = construct.node.findAll().flatMap(({ node }) =>
    node.metadata.flatMap(({ data, type }) => {
      const severity = severityOf(type);
      return severity === undefined ? [] : [{ severity, text: String(data) }];
    }),
  );
  const of = (wanted: Severity): Note[] => notes.filter(({ severity }) => severity === wanted);
  return [...of("warning"), ...of("info")];
}

function severityOf(type: string): Severity | undefined {
  if (type === String(AnnotationMetadataEntryType.WARN)) return "warning";
  if (type === String(AnnotationMetadataEntryType.INFO)) return "info";
  return undefined;
}
