import { type Answer, OpenSearchClient } from "../../opensearch/client";
import { type Credentials, type Scope, signed } from "../emulator/signature-v4";

/** The project's OpenSearch client, with requests that are signed as those to a domain are. */
export class SignedOpenSearchClient extends OpenSearchClient {
  readonly #credentials: Credentials;
  readonly #scope: Scope;

  constructor(url: string, region: string, credentials: Credentials) {
    super(url);
    this.#credentials = credentials;
    this.#scope = { region, service: "es" };
  }

  override async send<T = unknown>(
    method: string,
    path: string,
    body?: unknown,
  ): Promise<Answer<T>> {
    const text = body === undefined ? "" : typeof body === "string" ? body : JSON.stringify(body);
    const target = `/${path.replace(/^\//, "")}`;
    const type = typeof body === "string" ? "application/x-ndjson" : "application/json";
    const headers = signed(
      {
        ...{ method, path: target, body: text },
        headers: { host: new URL(this.url).host, "content-type": type },
      },
      this.#credentials,
      this.#scope,
    );
    const response = await fetch(`${this.url}${target}`, {
      ...{ method, headers },
      ...(text !== "" && { body: text }),
    });
    return { status: response.status, body: JSON.parse(await response.text()) as T };
  }
}
