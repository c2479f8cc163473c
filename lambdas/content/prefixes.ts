/** Folder of the bucket with the content that is applied. */
export const CONTENT_PREFIX = "content";
/** Folder of the bucket with exports of saved objects that people changed. */
export const EXPORT_PREFIX = "changed-saved-objects";
