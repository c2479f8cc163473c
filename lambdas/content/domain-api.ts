import { errors, type Client } from "@opensearch-project/opensearch";
import type { Deadline } from "../shared/deadline";
import { isMissing, isTransient } from "../shared/opensearch-errors";
import { retry } from "../shared/retry";

type Method = "DELETE" | "GET" | "POST" | "PUT";

/** Parts of a request after its path. */
export interface RequestParts {
  /** Parameters of the URL. @default none */
  readonly query?: Readonly<Record<string, string>>;
  /** Sent as JSON. @default none */
  readonly body?: object;
}

/** The REST API of a domain. A request that fails with a transient error is repeated until the deadline. */
export class DomainApi {
  readonly #client: Client;
  readonly #deadline: Deadline;

  constructor(client: Client, deadline: Deadline) {
    this.#client = client;
    this.#deadline = deadline;
  }

  /** @param path Path whose segments are encoded. */
  async send<T>(method: Method, path: string, { body, query }: RequestParts = {}): Promise<T> {
    const purpose = `send ${method} ${path}`;
    return await retry({ deadline: this.#deadline, purpose, isTransient }, async () => {
      const response = await this.#client.transport.request({
        method,
        path: `/${path}`,
        ...(query && { querystring: { ...query } }),
        ...(body && { body: body as Record<string, unknown> }),
      });
      return response.body as T;
    });
  }

  /** @returns undefined: the domain has nothing at this path. */
  async find<T>(path: string, parts: RequestParts = {}): Promise<T | undefined> {
    try {
      return await this.send<T>("GET", path, parts);
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  }
}

/** The reason of a failed request, as the domain states it. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof errors.ResponseError)) {
    return error instanceof Error ? error.message : String(error);
  }
  const { body, statusCode } = error as { readonly body: unknown; readonly statusCode?: number };
  return `${statusCode ?? "no status"} ${statedReason(body)}`;
}

interface StatedReason {
  readonly error?: {
    readonly reason?: string;
    readonly root_cause?: readonly { readonly reason?: string }[];
  };
  readonly message?: string;
  readonly reason?: string;
}

function statedReason(body: unknown): string {
  if (typeof body !== "object" || body === null) return String(body);
  const { error, message, reason } = body as StatedReason;
  return (
    error?.root_cause?.[0]?.reason ?? error?.reason ?? message ?? reason ?? JSON.stringify(body)
  );
}
