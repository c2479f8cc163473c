import { fork } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

export interface LambdaCode {
  /** File with the handler, unpacked from the package that is deployed. */
  readonly file: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Default: the Node.js that runs this. */
  readonly node?: string;
}

export interface Invocation {
  readonly ok: boolean;
  /** What the handler returned. @default the invocation failed */
  readonly result?: unknown;
  readonly error?: string;
  /** Milliseconds that the handler took. */
  readonly ms: number;
}

/** One execution environment of a Lambda function, as a process. */
export class LambdaEnvironment {
  /** What the function wrote: its log and, among it, its metrics. */
  readonly output: string[] = [];
  #ended = false;
  readonly #exited: Promise<unknown>;
  readonly #child: ChildProcess;

  private constructor(
    child: ChildProcess,
    /** Milliseconds that loading the code took. */
    readonly loadMs: number,
  ) {
    this.#child = child;
    // Once all that it wrote has arrived, too.
    this.#exited = once(child, "close").then(() => (this.#ended = true));
  }

  static async start(code: LambdaCode): Promise<LambdaEnvironment> {
    const child = fork(join(__dirname, "lambda-runtime.mjs"), [code.file], {
      env: { ...code.environment },
      execArgv: [],
      stdio: ["ignore", "pipe", "pipe", "ipc"],
      ...(code.node !== undefined && { execPath: code.node }),
    });
    const early: string[] = [];
    const collect = (chunk: Buffer): number => early.push(chunk.toString());
    child.stdout?.on("data", collect);
    child.stderr?.on("data", collect);
    const ready = await Promise.race([
      once(child, "message").then(([message]) => (message as { ready: number }).ready),
      once(child, "exit").then(() => undefined),
    ]);
    if (ready === undefined) throw new Error(`The function did not load:\n${early.join("")}`);
    const environment = new LambdaEnvironment(child, ready);
    const keep = (chunk: Buffer): number => environment.output.push(chunk.toString());
    child.stdout?.off("data", collect).on("data", keep);
    child.stderr?.off("data", collect).on("data", keep);
    return environment;
  }

  get alive(): boolean {
    return !this.#ended;
  }

  /** Calls the handler. As on Lambda, one that runs out of time is ended with its environment. */
  async invoke(event: object, timeoutMs: number): Promise<Invocation> {
    const answered = once(this.#child, "message").then(([message]) => message as Invocation);
    const died = this.#exited.then(() => failure("the environment ended"));
    let timer: NodeJS.Timeout | undefined;
    const timedOut = new Promise<Invocation>((resolve) => {
      timer = setTimeout(() => resolve(failure("the time was up")), timeoutMs);
    });
    this.#child.send({ event, timeoutMs });
    const result = await Promise.race([answered, died, timedOut]);
    clearTimeout(timer);
    if (result.error === "the time was up") this.kill();
    return result;
  }

  /** Ends the process at once, wherever it is. */
  kill(): void {
    this.#ended = true;
    this.#child.kill("SIGKILL");
  }

  async stop(): Promise<void> {
    if (this.#ended) return;
    this.kill();
    await this.#exited;
  }
}

function failure(error: string): Invocation {
  return { ok: false, error, ms: 0 };
}
