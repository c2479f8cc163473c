import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { answerCurrentMetrics, type CurrentMetricsInput } from "./connect-current-metrics";
import { type Clock, REAL_CLOCK } from "./clock";
import { ApiError } from "./connect-errors";
import { answerHistoricalMetrics, type HistoricalMetricsInput } from "./connect-historical-metrics";
import type { SimulatedInstance } from "./connect-instance";
import type { Cursor } from "./connect-paging";
import { answerQueues } from "./connect-queues";
import { TokenBucket } from "./token-bucket";

export type Operation = "GetCurrentMetricData" | "GetMetricDataV2" | "ListQueues";
/** How a request can go wrong. `hang`: no answer at all. */
export type Fault = "throttle" | "server-error" | "hang" | "expired-token" | "null-metric";

export interface ReceivedRequest {
  readonly operation: Operation;
  readonly instanceId: string;
  readonly at: number;
  /** HTTP status of the answer; absent while there is none. */
  status?: number;
  /** What a first page counted: when, and how many waited in the queues that it was asked for. */
  counted?: { readonly snapshotTime: number; readonly waiting: number };
}

/**
 * The part of the Amazon Connect API that reads queues and their metrics, on HTTP, as the published service model has
 * it: paging, limits of every parameter, errors, and the account's request quotas.
 * @see https://docs.aws.amazon.com/connect/latest/APIReference/API_GetCurrentMetricData.html
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/amazon-connect-service-limits.html#connect-api-quotas
 */
export class ConnectApiStandIn {
  readonly instances = new Map<string, SimulatedInstance>();
  readonly requests: ReceivedRequest[] = [];
  readonly cursors = new Map<string, Cursor>();
  /** Decides request by request what goes wrong. Default: nothing. */
  fault: (request: ReceivedRequest) => Fault | undefined = () => undefined;
  /** What this clock is ahead of the machine's, in milliseconds. */
  clockOffsetMs = 0;
  /** How long an answer takes. */
  latencyMs = 20;
  /** Leave out queues and channels in which there is nothing, as Connect may. */
  omitsSilentRows = true;
  // All quotas are of an account in a Region, whatever the number of instances.
  readonly #quotas: Readonly<Record<Operation, TokenBucket>> = {
    GetCurrentMetricData: new TokenBucket(5, 8),
    GetMetricDataV2: new TokenBucket(5, 8),
    ListQueues: new TokenBucket(2, 5),
  };
  readonly #server: Server;
  readonly #clock: Clock;

  private constructor(clock: Clock) {
    this.#clock = clock;
    this.#server = createServer((request, response) => void this.#answer(request, response));
  }

  /** @param clock Default: the machine's. */
  static async start(clock: Clock = REAL_CLOCK): Promise<ConnectApiStandIn> {
    const api = new ConnectApiStandIn(clock);
    await new Promise<void>((listening) => api.#server.listen(0, "127.0.0.1", listening));
    return api;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  now(): number {
    return this.#clock.now() + this.clockOffsetMs;
  }

  add(instance: SimulatedInstance): SimulatedInstance {
    this.instances.set(instance.id, instance);
    return instance;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((closed) => this.#server.close(closed));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", this.url);
    const body = await bodyOf(request);
    const [, first, second, third] = url.pathname.split("/").map(decodeURIComponent);
    const operation = operationOf(first, second);
    const input = JSON.parse(body || "{}") as HistoricalMetricsInput | CurrentMetricsInput;
    const instanceId = {
      GetCurrentMetricData: third,
      GetMetricDataV2: (input as HistoricalMetricsInput).ResourceArn?.split("/")[1],
      ListQueues: second,
    }[operation];
    const received: ReceivedRequest = {
      operation,
      instanceId: instanceId ?? "",
      at: this.#clock.now(),
    };
    this.requests.push(received);
    const fault = this.fault(received);
    if (fault === "hang") return;
    await this.#clock.takeTime(this.latencyMs);
    try {
      this.#check(operation, fault);
      const instance = this.instances.get(received.instanceId);
      if (!instance) throw new ApiError(404, "ResourceNotFoundException", "No such instance");
      const answers: Readonly<Record<Operation, () => object>> = {
        ListQueues: () => answerQueues(instance, url.searchParams),
        GetMetricDataV2: () =>
          answerHistoricalMetrics(this, instance, input as HistoricalMetricsInput),
        GetCurrentMetricData: () =>
          answerCurrentMetrics(this, instance, {
            input: input as CurrentMetricsInput,
            withNull: fault === "null-metric",
            received,
          }),
      };
      respond(response, received, 200, answers[operation]());
    } catch (error) {
      const { status, type, message } =
        error instanceof ApiError
          ? error
          : new ApiError(500, "InternalServiceException", String(error));
      response.setHeader("x-amzn-errortype", type);
      respond(response, received, status, { Message: message, message });
    }
  }

  #check(operation: Operation, fault: Fault | undefined): void {
    if (!this.#quotas[operation].take(this.#clock.now()) || fault === "throttle") {
      throw new ApiError(429, "TooManyRequestsException", "Too Many Requests");
    }
    if (fault === "server-error") throw new ApiError(500, "InternalServiceException", "Try again");
    if (fault === "expired-token") {
      throw new ApiError(403, "ExpiredTokenException", "The security token is expired");
    }
  }
}

function operationOf(first: string | undefined, second: string | undefined): Operation {
  if (first !== "metrics") return "ListQueues";
  return second === "data" ? "GetMetricDataV2" : "GetCurrentMetricData";
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request) text += String(chunk);
  return text;
}

function respond(
  response: ServerResponse,
  received: ReceivedRequest,
  status: number,
  body: object,
): void {
  received.status = status;
  response.writeHead(status, {
    "content-type": "application/json",
    "x-amzn-requestid": randomUUID(),
  });
  response.end(JSON.stringify(body));
}
