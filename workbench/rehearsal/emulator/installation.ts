import { dirname, join } from "node:path";
import { pythonEnvironment, serviceModelsIn } from "./python-environment";

const REQUIREMENTS = join(__dirname, "requirements.txt");

/** Folder of AWS's service models, which botocore brings. */
export async function serviceModels(): Promise<string> {
  return await serviceModelsIn(await installEmulator());
}

/** Folder of the programs of that environment, the AWS CLI among them. */
export async function programFolder(): Promise<string> {
  return dirname(await installEmulator());
}

/**
 * Installs the pinned emulator and AWS CLI.
 * @returns the Python of their environment
 */
export async function installEmulator(): Promise<string> {
  return await pythonEnvironment("rehearsal", REQUIREMENTS);
}
