import { packAndInstall } from "./installed";

declare global {
  // Jest runs the set-up and the tear-down of a project in one process; this is how they share.
  var installedPackage: string | undefined;
}

/** One installation for all tests of the project. */
module.exports = function installPackage(): void {
  globalThis.installedPackage = packAndInstall();
};
