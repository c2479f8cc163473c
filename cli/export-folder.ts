import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { SavedObjectBackup } from "../lambdas/content/apply";

/** Folder of the objects of the tenant that all users share. */
const SHARED = "shared";

/** Exports of saved objects as files that Dashboards imports: a folder for each tenant. */
export function exportFolder(folder: string): SavedObjectBackup {
  return {
    async keep({ name, tenant = SHARED }, line) {
      const file = join(folder, tenant, `${name.replace(":", "-")}.ndjson`);
      await mkdir(join(file, ".."), { recursive: true });
      await writeFile(file, line);
    },
  };
}
