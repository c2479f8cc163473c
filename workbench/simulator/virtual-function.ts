import type { Invocation, LambdaCode } from "./lambda-environment";
import type { VirtualClock } from "./virtual-clock";
import { VirtualEnvironment } from "./virtual-environment";

export interface VirtualFunctionOptions {
  readonly clock: VirtualClock;
  readonly timeoutMs: number;
  /** What Lambda takes to start an environment. */
  readonly coldStartMs: number;
}

/** A Lambda function in virtual time: as many environments as there are invocations at a time. */
export class VirtualFunction {
  readonly environments: VirtualEnvironment[] = [];
  readonly #idle: VirtualEnvironment[] = [];
  readonly #code: LambdaCode;
  readonly #options: VirtualFunctionOptions;

  constructor(code: LambdaCode, options: VirtualFunctionOptions) {
    this.#code = code;
    this.#options = options;
  }

  async invoke(event: object): Promise<Invocation> {
    const environment = this.#idle.pop() ?? (await this.#start());
    const invocation = await environment.invoke(event, this.#options.timeoutMs);
    this.#idle.push(environment);
    return invocation;
  }

  /** Lines that all environments wrote. */
  get output(): readonly string[] {
    return this.environments.flatMap(({ output }) => output);
  }

  /** The next invocations start environments of their own. */
  forgetEnvironments(): void {
    this.#idle.length = 0;
  }

  /** Nothing runs between invocations. */
  async stop(): Promise<void> {}

  async #start(): Promise<VirtualEnvironment> {
    await this.#options.clock.sleep(this.#options.coldStartMs);
    const environment = new VirtualEnvironment(this.#code, this.#options.clock);
    this.environments.push(environment);
    return environment;
  }
}
