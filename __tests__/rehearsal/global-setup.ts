import { installEmulator } from "../../workbench/rehearsal/emulator/installation";
import { installMoto } from "../../workbench/rehearsal/identity-center/moto";

/** Before any test file: two of them must not install at the same time. */
module.exports = async (): Promise<void> => {
  await installEmulator();
  await installMoto();
};
