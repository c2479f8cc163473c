import type { LocalAws } from "../local-aws";

/** Remembers how many requests there were, to find those that were refused since. */
export class RefusalsSince {
  readonly #aws: LocalAws;
  readonly #atFront: number;
  readonly #atDomain: number;

  constructor(aws: LocalAws) {
    this.#aws = aws;
    this.#atFront = aws.front.requests.length;
    this.#atDomain = aws.domainRequests.length;
    aws.delivery.problems.clear();
  }

  /** What AWS, the domain and Firehose refused, each once. */
  get all(): readonly string[] {
    const { delivery, domainRequests, front } = this.#aws;
    const atFront = front.requests
      .slice(this.#atFront)
      .filter(({ status }) => status === 403)
      .map(({ error = "", operation, service }) => `${service} ${operation}: ${error}`);
    const atDomain = domainRequests
      .slice(this.#atDomain)
      .flatMap(({ method, path, refusal, role, status }) => {
        if (status !== 403) return [];
        return [refusal ?? `OpenSearch refused ${method} ${path} of ${role}.`];
      });
    return [...new Set([...delivery.problems.values(), ...atDomain, ...atFront])];
  }
}

/** A flow that did not arrive, with everything that was refused meanwhile. */
export class FlowError extends Error {
  readonly refusals: readonly string[];

  /**
   * @param log lines that may explain it. Default: none
   * @param refusal a refusal of a request that went past the front. Default: none
   */
  constructor(expected: string, { all }: RefusalsSince, log = "", refusal?: string) {
    const refusals = refusal === undefined ? all : [...all, refusal];
    const reasons = refusals.length === 0 ? "Nothing was refused meanwhile." : refusals.join("\n");
    super(`${expected} did not happen.\n${reasons}\n${log}`.trimEnd());
    this.name = "FlowError";
    this.refusals = refusals;
  }
}
