import { CHANNELS } from "../../aws/channels";
import { randomUUID } from "node:crypto";
import type { AlertSettings } from "../../config/configuration";
import type { OpenSearchClient } from "../opensearch/client";
import { toEnvironment } from "../../lambdas/queue-depth/settings";
import type { RequestShare } from "../../lambdas/shared/connect/slots";
import { mappingOf, queueDepth, queueHistory } from "../../fields";
import type { EventKind, QueueDepthDocument } from "../../fields";
import { FUNCTION_TIMEOUT_SECONDS } from "../../config/request-budget";
import { packageLambda } from "../../modules/shared/lambda-package";
import type { ConnectApiStandIn } from "../simulator/connect-api";
import { SimulatedInstance } from "../simulator/connect-instance";
import type { Invocation, LambdaCode } from "../simulator/lambda-environment";
import { LambdaFunction } from "../simulator/lambda-function";
import { toEvent } from "../simulator/event-source-mapping";

const TIMEOUT_MS = FUNCTION_TIMEOUT_SECONDS * 1_000;

export interface QueueDepthCenterOptions {
  /** Queues of the simulated instance. */
  readonly queues: number;
  /** @default the whole budget of the account */
  readonly share?: RequestShare;
  /** @default the URL of the node */
  readonly domainUrl?: string;
  /**
   * Timeout of an invocation, in milliseconds.
   * @default that of the deployed function
   */
  readonly timeoutMs?: number;
  /**
   * Path of the Node.js that runs the function.
   * @default the one of this process
   */
  readonly node?: string;
  /**
   * Alerts of the contact center.
   * @default none
   */
  readonly alerts?: AlertSettings;
  /**
   * Runtime of the function.
   * @default a process for each environment
   */
  readonly runtime?: (code: LambdaCode) => FunctionRuntime;
}

/** Invokes a function. */
export interface FunctionRuntime {
  invoke(event: object): Promise<Invocation>;
  stop(): Promise<void>;
}

/**
 * A contact center with all parts of its queue depth: a simulated instance, the deployed bundle of the
 * function, and its indices in a real OpenSearch.
 */
export class QueueDepthCenter {
  readonly node: OpenSearchClient;
  readonly instance = new SimulatedInstance();
  readonly lambda: FunctionRuntime;
  readonly index = `queues-${randomUUID()}`;
  readonly history = `${this.index}-history`;
  readonly code: LambdaCode;

  private constructor(
    node: OpenSearchClient,
    connect: ConnectApiStandIn,
    options: QueueDepthCenterOptions,
  ) {
    this.node = node;
    this.instance.addQueues(options.queues);
    connect.add(this.instance);
    this.code = {
      file: packageLambda("queue-depth").codeFile,
      environment: {
        ...toEnvironment({
          contactCenter: "west",
          instanceId: this.instance.id,
          domainUrl: options.domainUrl ?? node.url,
          depthIndex: this.index,
          historyIndex: this.history,
          historyRotation: "day",
          share: options.share ?? { position: 0, of: 1 },
          ...(options.alerts && { alerts: options.alerts }),
        }),
        AWS_REGION: "us-west-2",
        AWS_ACCESS_KEY_ID: "AKIDEXAMPLE",
        AWS_SECRET_ACCESS_KEY: "example",
        AWS_ENDPOINT_URL_CONNECT: connect.url,
      },
      ...(options.node !== undefined && { node: options.node }),
    };
    this.lambda =
      options.runtime?.(this.code) ??
      new LambdaFunction(this.code, options.timeoutMs ?? TIMEOUT_MS);
  }

  static async open(
    node: OpenSearchClient,
    connect: ConnectApiStandIn,
    options: QueueDepthCenterOptions,
  ): Promise<QueueDepthCenter> {
    const center = new QueueDepthCenter(node, connect, options);
    await center.#putTemplate(center.history, `${center.history}*`, queueHistory);
    await center.#putTemplate(center.index, center.index, queueDepth);
    return center;
  }

  /** Invokes the function with one message, sent at this moment. */
  async event(sentAt = Date.now()): Promise<Invocation> {
    return await this.lambda.invoke(
      toEvent([{ id: randomUUID(), body: "{}", sentAt, receives: 1 }]),
    );
  }

  async total(): Promise<QueueDepthDocument | undefined> {
    return (await this.#search({ term: { Scope: "total" } }))[0];
  }

  async queueRows(): Promise<QueueDepthDocument[]> {
    return await this.#search({ term: { Scope: "queue" } });
  }

  async close(): Promise<void> {
    await this.lambda.stop();
    await this.node.send("DELETE", `${this.index},${this.history}-*?ignore_unavailable=true`);
    await this.node.send("DELETE", `_index_template/${this.index}`);
    await this.node.send("DELETE", `_index_template/${this.history}`);
  }

  async #search(query: object): Promise<QueueDepthDocument[]> {
    const answer = await this.node.post<{ hits: { hits: { _source: QueueDepthDocument }[] } }>(
      `${this.index}/_search`,
      { size: 10_000, query },
    );
    return answer.hits.hits.map(({ _source }) => _source);
  }

  async #putTemplate(name: string, pattern: string, kind: EventKind): Promise<void> {
    await this.node.put(`_index_template/${name}`, {
      index_patterns: [pattern],
      priority: name === this.index ? 2 : 1,
      template: {
        settings: { number_of_replicas: 0 },
        mappings: { dynamic: "strict", ...mappingOf(kind) },
      },
    });
  }
}

/** Waiting contacts of the instance: by queue and channel, and the total. */
export function expectedCounts(instance: SimulatedInstance): Map<string, number> {
  const rows = [...instance.queues.values()].flatMap((queue) =>
    CHANNELS.map((channel): [string, number] => {
      const numbers = queue.numbers.get(channel);
      return [`${queue.id}:${channel}`, (numbers?.inQueue ?? 0) + (numbers?.scheduled ?? 0)];
    }),
  );
  return new Map([...rows, ["total", instance.waiting]]);
}

/** The same counts, from the index. */
export async function indexedCounts(center: QueueDepthCenter): Promise<Map<string, number>> {
  const [total, rows] = [await center.total(), await center.queueRows()];
  const shown = rows.map((row): [string, number] => [
    `${row.QueueId ?? ""}:${row.Channel ?? ""}`,
    row.Waiting,
  ]);
  return new Map([...shown, ["total", total?.Waiting ?? -1]]);
}
