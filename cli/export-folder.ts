import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { SavedObjectBackup } from "../lambdas/content/apply";
import { SHARED_TENANT_FOLDER } from "../lambdas/content/prefixes";

/** Exports of saved objects as files that Dashboards imports: a folder for each tenant. */
export function exportFolder(folder: string): SavedObjectBackup {
  return {
    async keep({ name, tenant = SHARED_TENANT_FOLDER }, line) {
      const ofTenant = join(folder, tenant);
      await mkdir(ofTenant, { recursive: true });
      await writeFile(join(ofTenant, `${name.replace(":", "-")}.ndjson`), line);
    },
  };
}
