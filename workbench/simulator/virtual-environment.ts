import { readFileSync } from "node:fs";
import http from "node:http";
import { createRequire } from "node:module";
import { compileFunction } from "node:vm";
import type { Invocation, LambdaCode } from "./lambda-environment";
import type { VirtualClock } from "./virtual-clock";

type Handler = (event: object, context: object) => Promise<void>;

/**
 * An execution environment of a Lambda function that lives in virtual time: the same bundle, with
 * another `Date`, another `setTimeout` of `node:timers/promises`, and an `http` whose requests the
 * clock waits for.
 */
export class VirtualEnvironment {
  /** Lines of the function's log and, among them, its metrics. */
  readonly output: string[] = [];
  readonly #handler: Handler;
  readonly #clock: VirtualClock;

  constructor(code: LambdaCode, clock: VirtualClock) {
    this.#clock = clock;
    const load = compileFunction(readFileSync(code.file, "utf8"), [
      ...["exports", "require", "module", "process", "Date", "AbortSignal", "console"],
    ]) as (...values: unknown[]) => void;
    const module = { exports: {} as { handler?: Handler } };
    load(
      module.exports,
      virtualRequire(clock, createRequire(code.file), this.output),
      module,
      Object.assign(Object.create(process) as object, { env: { ...code.environment } }),
      virtualDate(clock),
      { timeout: () => new AbortController().signal },
      console,
    );
    const { handler } = module.exports;
    if (!handler) throw new Error(`${code.file} has no handler.`);
    this.#handler = handler;
  }

  async invoke(event: object, timeoutMs: number): Promise<Invocation> {
    const from = this.#clock.now();
    const context = {
      getRemainingTimeInMillis: () => from + timeoutMs - this.#clock.now(),
    };
    try {
      await this.#handler(event, context);
      return { ok: true, ms: this.#clock.now() - from };
    } catch (error) {
      return { ok: false, error: String(error), ms: this.#clock.now() - from };
    }
  }
}

function virtualRequire(clock: VirtualClock, real: (name: string) => unknown, output: string[]) {
  return (name: string): unknown => {
    if (name === "node:timers/promises") {
      return { setTimeout: (milliseconds: number) => clock.sleep(milliseconds) };
    }
    if (name === "http" || name === "node:http") return { ...http, request: counted(clock) };
    if (name === "node:console") return { Console: consoleInto(output) };
    return real(name);
  };
}

/** The clock stands still from a request until its answer has been read. */
function counted(clock: VirtualClock): typeof http.request {
  const request = (...parameters: Parameters<typeof http.request>): http.ClientRequest => {
    const end = clock.begin();
    return http.request(...parameters).once("close", end);
  };
  return request as typeof http.request;
}

function virtualDate(clock: VirtualClock): typeof Date {
  return class extends Date {
    constructor(...parameters: [] | [number | string | Date]) {
      super(parameters.length === 0 ? clock.now() : parameters[0]);
    }

    static override now(): number {
      return clock.now();
    }
  } as typeof Date;
}

function consoleInto(output: string[]) {
  const write = (line: string): void => void output.push(line);
  return class {
    readonly log = write;
    readonly info = write;
    readonly warn = write;
    readonly error = write;
    readonly debug = write;
  };
}
