import { CONTENT_PREFIX } from "./prefixes";

/** Event of an invocation. */
export interface ContentRequest {
  /** Key of the content in the bucket. */
  readonly content: string;
  /** Applies the changes of existing indices, too. @default false */
  readonly existingIndices?: boolean;
}

/** @throws {Error} if the event is no request. */
export function parseRequest(event: unknown): Required<ContentRequest> {
  const { content, existingIndices = false } = (event ?? {}) as Partial<ContentRequest>;
  if (typeof content !== "string" || !content.startsWith(`${CONTENT_PREFIX}/`)) {
    throw new Error(
      `The event ${JSON.stringify(event)} is no request to apply content. Send {"content": "${CONTENT_PREFIX}/<digest>.json"}.`,
    );
  }
  return { content, existingIndices };
}
