import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { installEmulator } from "./installation";

const LAUNCHER = join(__dirname, "launch.py");
const START_SECONDS = 90;
const STOP_MS = 5_000;
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
  try {
    await untilReady(child, props);
  } catch (error) {
    child.kill("SIGKILL");
    throw error;
  }
  return {
    port: props.port,
    async stop() {
      process.removeListener("exit", endWithThisProgram);
      await end(child);
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

async function untilReady(child: ChildProcess, { logFile, port }: MinistackProps): Promise<void> {
  const deadline = Date.now() + START_SECONDS * 1_000;
  while (Date.now() < deadline && child.exitCode === null) {
    const ready = await fetch(`http://127.0.0.1:${port}/_ministack/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (ready) return;
    await sleep(100);
  }
  const lines = readFileSync(logFile, "utf8").trim().split("\n").slice(-LAST_LINES).join("\n");
  throw new Error(
    `ministack did not start within ${START_SECONDS} seconds. Its last lines:\n${lines}`,
  );
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, "exit");
  child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), STOP_MS);
  await exited;
  clearTimeout(timer);
}
