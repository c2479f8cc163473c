import { once } from "node:events";
import { createServer } from "node:http";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import type { Amendment } from "./amendment";
import { type AwsAnswer, type AwsRequest, errorAnswer, readRequest } from "./aws-request";
import { passOn } from "./pass-on";
import type { RequestCheck } from "./request-check";

/** One request that came by, in order. */
export interface NotedRequest {
  readonly service: string;
  readonly operation: string;
  readonly accessKeyId: string;
  readonly status: number;
  /** Code and message of an answer that was not a success. */
  readonly error?: string;
}

/** A moment at which a request can be interrupted. */
export interface Interruption {
  /** Operation that is interrupted. */
  readonly operation: string;
  /**
   * `before`: AWS does not carry the operation out. `after`: AWS does, but the caller gets no answer. `during`: the
   * request is held back until the caller closes its connection, and is not carried out.
   */
  readonly moment: "before" | "after" | "during";
  /** Interrupts the caller. */
  readonly act: () => void;
}

/** A caller that is interrupted closes its connection at once; one that does not is disconnected. */
const HELD_MS = 60_000;

export interface FrontProps {
  /** Loopback port of the emulator. */
  readonly emulatorPort: number;
  readonly amendments: readonly Amendment[];
  /** Holds requests against AWS's service models. @default requests are not checked */
  readonly check?: RequestCheck;
  /** See {@link Front.delays}. @default none */
  readonly delays?: Readonly<Record<string, number>>;
}

/**
 * AWS as Terraform and the functions see it: one HTTP server for all services. Requests that an amendment answers
 * end here; the emulator answers the others, and amendments complete its answers.
 */
export class Front {
  readonly requests: NotedRequest[] = [];
  /** What AWS would refuse in requests, each once. */
  readonly problems = new Set<string>();
  /** Milliseconds that pass before an operation is carried out, by its name. */
  delays: Readonly<Record<string, number>>;
  /** The next request of its operation is interrupted, once. */
  interruption: Interruption | undefined;
  readonly #props: FrontProps;
  readonly #server: Server;

  private constructor(props: FrontProps) {
    this.#props = props;
    this.delays = props.delays ?? {};
    this.#server = createServer((incoming, response) => {
      this.#serve(incoming, response).catch(() => response.destroy());
    });
  }

  static async start(props: FrontProps): Promise<Front> {
    const front = new Front(props);
    await new Promise<void>((listening) => front.#server.listen(0, "127.0.0.1", listening));
    return front;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((closed) => this.#server.close(closed));
  }

  async #serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const request = await readRequest(incoming);
    this.#check(request);
    await sleep(this.delays[request.operation] ?? 0);
    const interruption = this.#interruptionOf(request);
    if (interruption?.moment === "during") {
      const closed = once(response, "close", { signal: AbortSignal.timeout(HELD_MS) });
      interruption.act();
      await closed;
      return;
    }
    if (interruption?.moment === "before") {
      interruption.act();
      response.destroy();
      return;
    }
    const answer = await this.#answer(request).catch((error: unknown) =>
      // A fault of the rehearsal itself: Terraform reports its text.
      errorAnswer(500, "RehearsalFault", error instanceof Error ? (error.stack ?? "") : ""),
    );
    const { accessKeyId, operation, service } = request;
    this.requests.push({
      ...{ service, operation, accessKeyId, status: answer.status },
      ...(answer.status >= 400 && { error: answer.body.toString().slice(0, 1_000) }),
    });
    if (interruption) {
      interruption.act();
      response.destroy();
      return;
    }
    const headers = Object.entries(answer.headers).filter(([, value]) => value !== undefined);
    response.writeHead(answer.status, Object.fromEntries(headers) as Record<string, string>);
    response.end(answer.body);
  }

  #interruptionOf({ operation }: AwsRequest): Interruption | undefined {
    const { interruption } = this;
    if (interruption?.operation !== operation) return undefined;
    this.interruption = undefined;
    return interruption;
  }

  /** A fault of the check is a problem, too, and does not keep the request from its answer. */
  #check(request: AwsRequest): void {
    try {
      const problems = this.#props.check?.problemsOf(request) ?? [];
      for (const problem of problems) this.problems.add(problem);
    } catch (error) {
      this.problems.add(
        `${request.service} ${request.operation} cannot be checked: ${String(error)}`,
      );
    }
  }

  async #answer(request: AwsRequest): Promise<AwsAnswer> {
    const own = this.#props.amendments.filter(({ service }) => service === request.service);
    for (const amendment of own) {
      const answer = await amendment.answer?.(request);
      if (answer) return answer;
    }
    const answer = await passOn(request, this.#props.emulatorPort);
    if (answer.status >= 300) return answer;
    return own.reduce((so, amendment) => amendment.complete?.(request, so) ?? so, answer);
  }
}
