/** Something that a person can put right: shown as it is, without a stack trace. */
export class PreviewError extends Error {
  override readonly name = "PreviewError";
}
