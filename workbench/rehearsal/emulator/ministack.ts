import { spawn } from "node:child_process";
import { openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { endProcess, untilReady } from "../../testing/child-process";
import { installEmulator } from "./installation";

const LAUNCHER = join(__dirname, "launch.py");
const START_SECONDS = 90;
const LAST_LINES = 15;

export interface MinistackProps {
  /** Loopback port that the emulator listens on. */
  readonly port: number;
  /** AWS account of callers whose access key names none. */
  readonly account: string;
  readonly region: string;
  /** URL that a function finds AWS at: `AWS_ENDPOINT_URL` of its environment. */
  readonly endpointUrl: string;
  /** File that the emulator's log goes to. */
  readonly logFile: string;
  /** File that the sessions of STS are appended to; see {@link Sessions}. */
  readonly sessionsFile: string;
  /** Start the emulator as it is, without the additions of launch.py. @default false */
  readonly bare?: boolean;
}

/** A running ministack: an AWS emulator of one process, without Docker. IAM is enforced. */
export interface Ministack {
  readonly port: number;
  stop(): Promise<void>;
}

/** @throws if it does not answer within {@link START_SECONDS} */
export async function startMinistack(props: MinistackProps): Promise<Ministack> {
  const python = await installEmulator();
  const log = openSync(props.logFile, "a");
  const child = spawn(python, props.bare ? ["-m", "ministack"] : [LAUNCHER], {
    stdio: ["ignore", log, log],
    env: environmentOf(props),
  });
  const endWithThisProgram = (): void => void child.kill("SIGKILL");
  process.once("exit", endWithThisProgram);
  if (
    !(await untilReady(`http://127.0.0.1:${props.port}/_ministack/ready`, child, START_SECONDS))
  ) {
    child.kill("SIGKILL");
    throw new Error(
      `ministack did not start within ${START_SECONDS} seconds. Its last lines:\n${lastLines(props.logFile)}`,
    );
  }
  return {
    port: props.port,
    async stop() {
      process.removeListener("exit", endWithThisProgram);
      await endProcess(child);
    },
  };
}

function environmentOf(props: MinistackProps): NodeJS.ProcessEnv {
  return {
    PATH: process.env["PATH"],
    HOME: process.env["HOME"],
    GATEWAY_PORT: String(props.port),
    // Its defaults are all interfaces, and two more servers.
    BIND_HOST: "127.0.0.1",
    IOT_MTLS_ENABLED: "0",
    SFTP_ENABLED: "0",
    AUTH: "true",
    MINISTACK_HOST: "127.0.0.1",
    MINISTACK_REGION: props.region,
    MINISTACK_ACCOUNT_ID: props.account,
    AWS_ENDPOINT_URL: props.endpointUrl,
    SWITCHBOARD_SESSIONS: props.sessionsFile,
  };
}

function lastLines(file: string): string {
  return readFileSync(file, "utf8").trim().split("\n").slice(-LAST_LINES).join("\n");
}
