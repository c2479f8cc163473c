import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout } from "node:timers/promises";

const PROJECT = resolve(__dirname, "..", "..");
const PATIENCE_MS = 300_000;

/** `npm run preview` as a person starts it, with a temporary folder of its own. */
export class PreviewProcess {
  output = "";
  readonly temporary = mkdtempSync(join(tmpdir(), "switchboard-processes-"));
  readonly child: ChildProcess;
  readonly #exited: Promise<number | null>;

  constructor(args: readonly string[], environment: Readonly<Record<string, string>> = {}) {
    this.child = spawn(
      process.execPath,
      ["--import", "tsx", join("workbench", "preview", "main.ts"), ...args],
      {
        cwd: PROJECT,
        env: { ...process.env, TMPDIR: this.temporary, ...environment },
        stdio: ["ignore", "pipe", "pipe"],
      },
    );
    const read = (chunk: Buffer): void => {
      this.output += chunk.toString();
    };
    this.child.stdout?.on("data", read);
    this.child.stderr?.on("data", read);
    this.#exited = once(this.child, "close").then(([code]) => code as number | null);
  }

  /** Waits until it has said something. */
  async says(text: string | RegExp): Promise<void> {
    const deadline = Date.now() + PATIENCE_MS;
    const said = (): boolean =>
      typeof text === "string" ? this.output.includes(text) : text.test(this.output);
    while (!said()) {
      const ended = this.child.exitCode ?? this.child.signalCode;
      if (ended !== null || Date.now() > deadline) {
        throw new Error(`It did not say ${String(text)} but:\n${this.output}`);
      }
      await setTimeout(50);
    }
  }

  /** Its exit code, once it has ended. */
  async ended(): Promise<number | null> {
    return await this.#exited;
  }

  kill(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  /** What is left in its temporary folder, but what Chromium, Java and tsx themselves keep there. */
  get left(): readonly string[] {
    return readdirSync(this.temporary).filter((name) => name.startsWith("switchboard-"));
  }
}

/** Waits until something is true. */
export async function until(condition: () => boolean): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (!condition() && Date.now() < deadline) await setTimeout(100);
}
