import { createServer } from "node:http";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface ProxiedRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

/**
 * What happens to a request: answered with an error, never answered, or passed on only later,
 * whether its sender still waits or not.
 */
export type DomainFault =
  | { readonly status: number; readonly body?: object }
  | "hang"
  | { readonly after: Promise<unknown> };

export interface DomainProxyOptions {
  readonly target: string;
  /** Lets pass the time that an answer takes. Default: none. */
  readonly delay?: () => Promise<void>;
  /** Headers to add, as the managed service does once it knows who signed. Default: none. */
  readonly identify?: (request: ProxiedRequest) => Readonly<Record<string, string>>;
}

/** Stands in front of an OpenSearch as the managed service does, and can go wrong as it can. */
export class DomainProxy {
  /** Decides request by request what goes wrong. Default: nothing. */
  fault: (request: ProxiedRequest) => DomainFault | undefined = () => undefined;
  readonly #server: Server;
  readonly #options: DomainProxyOptions;

  private constructor(options: DomainProxyOptions) {
    this.#options = options;
    this.#server = createServer((request, response) => {
      // The domain may be down: then the connection breaks, as it would without a proxy.
      this.#pass(request, response).catch(() => response.destroy());
    });
  }

  static async start(options: DomainProxyOptions): Promise<DomainProxy> {
    const proxy = new DomainProxy(options);
    await new Promise<void>((listening) => proxy.#server.listen(0, "127.0.0.1", listening));
    return proxy;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((closed) => this.#server.close(closed));
  }

  async #pass(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = "";
    for await (const chunk of incoming) body += String(chunk);
    const { method = "GET", url: path = "/", headers } = incoming;
    const request = { method, path, headers, body };
    const fault = this.fault(request);
    if (fault === "hang") return;
    if (fault && "status" in fault) {
      answer(response, fault.status, JSON.stringify(fault.body ?? {}));
      return;
    }
    if (fault) await fault.after;
    await this.#options.delay?.();
    const passed = await fetch(`${this.#options.target}${path}`, {
      method,
      headers: {
        "content-type": headers["content-type"] ?? "application/json",
        ...this.#options.identify?.(request),
      },
      ...(body !== "" && { body }),
    });
    answer(response, passed.status, await passed.text());
  }
}

function answer(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(body);
}
