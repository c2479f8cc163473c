/** An answer of OpenSearch's REST API that was not a success. */
export class OpenSearchError extends Error {
  constructor(
    readonly request: string,
    readonly status: number,
    readonly body: unknown,
  ) {
    super(`${request}: ${status} ${JSON.stringify(body)}`);
    this.name = "OpenSearchError";
  }
}

export interface Answer<T> {
  readonly status: number;
  readonly body: T;
}

export interface BulkItem {
  readonly _index: string;
  /** Absent where the request names none and the item failed. */
  readonly _id?: string | null;
  readonly status: number;
  readonly result?: string;
  readonly error?: { readonly type: string; readonly reason: string };
}

export interface BulkAnswer {
  readonly took: number;
  readonly errors: boolean;
  readonly items: readonly Readonly<Record<string, BulkItem>>[];
}

/**
 * The REST API as it is documented, with JSON in and out. For tests, benchmarks and the local
 * preview; what runs on AWS signs its requests.
 */
export class OpenSearchClient {
  readonly #headers: Readonly<Record<string, string>>;

  constructor(
    readonly url: string,
    headers: Readonly<Record<string, string>> = {},
  ) {
    this.#headers = headers;
  }

  /** Sends a request and returns the answer whatever its status. */
  async send<T = unknown>(method: string, path: string, body?: unknown): Promise<Answer<T>> {
    const response = await fetch(`${this.url}/${path.replace(/^\//, "")}`, {
      method,
      headers: { ...this.#headers, "content-type": contentType(body) },
      ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: parse(text) as T };
  }

  /** Sends a request and returns the body of its answer; anything but a success is an error. */
  async request<T = unknown>(method: string, path: string, body?: unknown): Promise<T> {
    const answer = await this.send<T>(method, path, body);
    if (answer.status >= 300) {
      throw new OpenSearchError(`${method} ${path}`, answer.status, answer.body);
    }
    return answer.body;
  }

  get<T = unknown>(path: string): Promise<T> {
    return this.request<T>("GET", path);
  }

  put<T = unknown>(path: string, body: unknown): Promise<T> {
    return this.request<T>("PUT", path, body);
  }

  post<T = unknown>(path: string, body?: unknown): Promise<T> {
    return this.request<T>("POST", path, body);
  }

  delete<T = unknown>(path: string): Promise<T> {
    return this.request<T>("DELETE", path);
  }

  /** Sends the lines of a bulk request as they are: actions and documents, each one line of JSON. */
  bulk(lines: readonly string[], path = "_bulk"): Promise<BulkAnswer> {
    return this.request<BulkAnswer>("POST", path, lines.map((line) => `${line}\n`).join(""));
  }

  async refresh(indices: string): Promise<void> {
    await this.post(`${indices}/_refresh`);
  }

  async count(indices: string): Promise<number> {
    return (await this.get<{ count: number }>(`${indices}/_count`)).count;
  }
}

/** A string is sent as it is: the lines of a bulk request. */
function contentType(body: unknown): string {
  return typeof body === "string" ? "application/x-ndjson" : "application/json";
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
