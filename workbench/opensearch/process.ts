import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { open, readFile, rm } from "node:fs/promises";
import { resolve } from "node:path";
import { createInterface } from "node:readline";

const MAIN = resolve(__dirname, "OpenSearchMain.java");
/** Some 11 s on an idle machine, with the security plugin 20 s; a busy one takes several times that. */
const START_TIMEOUT_MS = 180_000;
const STOP_TIMEOUT_MS = 30_000;
const LAST_LINES = 15;

export interface Launch {
  readonly java: string;
  readonly jvmArguments: readonly string[];
  readonly mainArguments: readonly string[];
  readonly home: string;
  /** The home stays when the node cannot start. */
  readonly keepsHome: boolean;
  readonly logFile: string;
}

export interface JavaProcess {
  readonly pid: number;
  readonly port: number;
  /** Resolves when the process ends, for whatever reason. */
  readonly exited: Promise<unknown>;
  /** Ends the node, with or without what it stored. */
  end(home: "keep" | "delete"): Promise<void>;
}

/** Starts OpenSearchMain.java, which Java compiles in about a second, and waits until it takes requests. */
export async function launchJava(launch: Launch): Promise<JavaProcess> {
  const errors = await open(`${launch.logFile}.stderr`, "a");
  const child = spawn(launch.java, [...launch.jvmArguments, MAIN, ...launch.mainArguments], {
    stdio: ["pipe", "pipe", errors.fd],
    // In a group of its own, so that Ctrl+C ends the program that started it first.
    detached: true,
  });
  await errors.close();
  // A node that has ended already need not be told to.
  child.stdin?.on("error", () => undefined);
  const exited = once(child, "exit");
  const timer = setTimeout(() => child.kill("SIGKILL"), START_TIMEOUT_MS);
  const port = await Promise.race([portOf(child), exited.then(() => undefined)]);
  clearTimeout(timer);
  if (port === undefined) {
    const words = await lastWords(launch.logFile);
    if (!launch.keepsHome) await rm(launch.home, { recursive: true, force: true });
    throw new Error(`OpenSearch did not start. Its last words:\n${words}`);
  }
  return { pid: child.pid ?? -1, port, exited, end: (home) => end(child, home) };
}

/** OpenSearchMain prints `ready <port>`. */
function portOf(child: ChildProcess): Promise<number> {
  return new Promise((found) => {
    if (!child.stdout) return;
    createInterface({ input: child.stdout }).on("line", (line) => {
      const port = /^ready (\d+)$/.exec(line)?.[1];
      if (port !== undefined) found(Number(port));
    });
  });
}

async function end(child: ChildProcess, home: "keep" | "delete"): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, "exit");
  const timer = setTimeout(() => child.kill("SIGKILL"), STOP_TIMEOUT_MS);
  child.stdin?.end(home);
  await exited;
  clearTimeout(timer);
}

async function lastWords(logFile: string): Promise<string> {
  let text = "";
  for (const file of [logFile, `${logFile}.stderr`]) {
    if (existsSync(file)) text += await readFile(file, "utf8");
  }
  return text.trim().split("\n").slice(-LAST_LINES).join("\n");
}
