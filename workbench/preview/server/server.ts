import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { pipeline } from "node:stream/promises";
import { CONTENT_SECURITY_POLICY } from "../page-bundle";
import { PreviewError } from "../preview-error";

/** An answer to a request. */
export interface Answer {
  readonly status: number;
  readonly type: string;
  /** In pieces if it comes in pieces. */
  readonly body: string | Uint8Array | AsyncIterable<string>;
}

export type Handler = (request: PageRequest) => Promise<Answer> | Answer;

export interface PageRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  /** JSON; undefined without a body. */
  readonly json: unknown;
  /** Aborted when the client has left. */
  readonly gone: AbortSignal;
}

/** Larger than all searches of a dashboard, each with filters of hundreds of values. */
const MOST_BYTES = 2 * 1024 * 1024;

const HEADERS = {
  "content-security-policy": CONTENT_SECURITY_POLICY,
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cache-control": "no-store",
} as const;

/** The preview's page and what it asks for, reachable from this machine only. */
export class PageServer {
  /** Answers requests. Until it is set, the page says that the preview starts. */
  handler: Handler = () => text(503, "The preview is starting; see the terminal.");
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((request, response) => void this.#answer(request, response));
  }

  /** @throws {PreviewError} if another program has the port. */
  static async listen(port: number): Promise<PageServer> {
    const server = new PageServer();
    await new Promise<void>((listening, failed) => {
      server.#server.once("error", failed).listen(port, "127.0.0.1", listening);
    }).catch((error: unknown) => {
      throw (error as { code?: unknown }).code === "EADDRINUSE" ? taken(port, error) : error;
    });
    return server;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}/`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((closed) => this.#server.close(closed));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const leaving = new AbortController();
    response.once("close", () => leaving.abort());
    const answer = await this.#handle(request, leaving.signal).catch((error: unknown): Answer =>
      json({ problem: error instanceof Error ? error.message : String(error) }, 500),
    );
    const { body, status, type } = answer;
    response.writeHead(status, { ...HEADERS, "content-type": type });
    if (typeof body === "string" || body instanceof Uint8Array) response.end(body);
    // The client may leave before the last piece.
    else await pipeline(body, response).catch(() => undefined);
  }

  async #handle(request: IncomingMessage, gone: AbortSignal): Promise<Answer> {
    const { method = "GET", headers } = request;
    // A page elsewhere that has its own name point to this machine must not read anything.
    if (![`127.0.0.1:${this.port}`, `localhost:${this.port}`].includes(headers.host ?? "")) {
      return text(403, `Open the preview as ${this.url}`);
    }
    const { pathname: path, searchParams: query } = new URL(request.url ?? "/", this.url);
    const asked = { method, path, query, gone };
    if (method === "GET") return await this.handler({ ...asked, json: undefined });
    // A form of another page cannot send this type.
    if (method !== "POST" || headers["content-type"] !== "application/json") {
      return text(405, "Send GET, or POST with application/json.");
    }
    const body = await readBody(request);
    if (body === undefined) return text(413, `A request has at most ${MOST_BYTES} bytes.`);
    try {
      return await this.handler({ ...asked, json: JSON.parse(body) });
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      return json({ problem: "The request is not JSON." }, 400);
    }
  }
}

export function json(value: unknown, status = 200): Answer {
  return { status, type: "application/json", body: JSON.stringify(value) };
}

export function text(status: number, body: string): Answer {
  return { status, type: "text/plain; charset=utf-8", body };
}

async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    // A body that is too large is read to its end: the client reads the answer only afterwards.
    if (bytes <= MOST_BYTES) chunks.push(chunk);
  }
  return bytes > MOST_BYTES ? undefined : Buffer.concat(chunks).toString("utf8");
}

function taken(port: number, cause: unknown): PreviewError {
  return new PreviewError(
    `Port ${port} is taken, perhaps by another preview: http://127.0.0.1:${port}/. ` +
      `End that, or choose another port: npm run preview -- --port ${port + 1}`,
    { cause },
  );
}
