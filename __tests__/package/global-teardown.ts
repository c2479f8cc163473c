import { rmSync } from "node:fs";

module.exports = function removePackage(): void {
  if (globalThis.installedPackage !== undefined) {
    rmSync(globalThis.installedPackage, { recursive: true, force: true });
  }
};
