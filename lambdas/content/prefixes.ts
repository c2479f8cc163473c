/** Folder of the bucket with the content that is applied. */
export const CONTENT_PREFIX = "content";
/** Folder of the bucket with exports of saved objects that people changed. */
export const EXPORT_PREFIX = "changed-saved-objects";
/** Folder in it of the tenant that all users share; other tenants have folders of their names. */
export const SHARED_TENANT_FOLDER = "shared";
