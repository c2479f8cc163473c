import { spawn } from "node:child_process";
import { join } from "node:path";
import { endProcess, untilReady } from "../../testing/child-process";
import { freePort } from "../../testing/free-port";
import { pythonEnvironment } from "../emulator/python-environment";

const REQUIREMENTS = join(__dirname, "requirements.txt");
const START_SECONDS = 90;

/** A running moto: an AWS emulator of one process, which has IAM Identity Center. IAM is not enforced. */
export interface Moto {
  readonly port: number;
  stop(): Promise<void>;
}

/**
 * Installs the pinned moto.
 * @returns the Python of its environment
 */
export async function installMoto(): Promise<string> {
  return await pythonEnvironment("moto", REQUIREMENTS);
}

/**
 * @param account account of every caller. Default: that of the session that signed, or 123456789012
 * @throws if it does not answer within {@link START_SECONDS}
 */
export async function startMoto(account?: string): Promise<Moto> {
  const port = await freePort();
  const child = spawn(await installMoto(), ["-m", "moto.server", "-p", String(port)], {
    stdio: "ignore",
    env: { ...process.env, ...(account !== undefined && { MOTO_ACCOUNT_ID: account }) },
  });
  const endWithThisProgram = (): void => void child.kill("SIGKILL");
  process.once("exit", endWithThisProgram);
  const stop = async (): Promise<void> => {
    process.removeListener("exit", endWithThisProgram);
    await endProcess(child);
  };
  if (await untilReady(`http://127.0.0.1:${port}/moto-api/`, child, START_SECONDS)) {
    return { port, stop };
  }
  await stop();
  throw new Error(`moto did not start within ${START_SECONDS} seconds.`);
}
