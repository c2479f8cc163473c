import { LambdaEnvironment } from "./lambda-environment";
import type { Invocation, LambdaCode } from "./lambda-environment";

/** A Lambda function: as many execution environments as there are invocations at a time. */
export class LambdaFunction {
  readonly environments: LambdaEnvironment[] = [];
  readonly #busy = new Set<LambdaEnvironment>();

  readonly #code: LambdaCode;
  readonly #timeoutMs: number;

  constructor(code: LambdaCode, timeoutMs: number) {
    this.#code = code;
    this.#timeoutMs = timeoutMs;
  }

  async invoke(event: object): Promise<Invocation> {
    const environment = this.#idle() ?? (await this.#start());
    this.#busy.add(environment);
    try {
      return await environment.invoke(event, this.#timeoutMs);
    } finally {
      this.#busy.delete(environment);
    }
  }

  /** Everything that all environments wrote. */
  get output(): string {
    return this.environments.flatMap(({ output }) => output).join("");
  }

  async stop(): Promise<void> {
    await Promise.all(this.environments.map((environment) => environment.stop()));
  }

  #idle(): LambdaEnvironment | undefined {
    return this.environments.find((one) => one.alive && !this.#busy.has(one));
  }

  async #start(): Promise<LambdaEnvironment> {
    const environment = await LambdaEnvironment.start(this.#code);
    this.environments.push(environment);
    // Taken before another invocation can find it idle.
    this.#busy.add(environment);
    return environment;
  }
}
