import { installMoto } from "../../../workbench/rehearsal/identity-center/moto";
import { startSharedNode } from "./shared-node";

// Jest calls a set-up once, however many projects name it: each engine has a file.
module.exports = async (): Promise<void> => {
  // Before any test file: those of both engines must not install at the same time.
  await installMoto();
  await startSharedNode("2.19");
};
