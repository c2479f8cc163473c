import { OpenSearchClient } from "../../opensearch/client";
import type { EngineVersion } from "../../opensearch/engines";
import { type OpenSearchNode, startOpenSearch } from "../../opensearch/node";
import type { DomainEndpoint } from "./domain-endpoint";

export interface LocalDomainProps {
  readonly endpoint: DomainEndpoint;
  /** Host and port of the endpoint. */
  readonly address: string;
}

/** A domain on this machine: its endpoint, and the OpenSearch that answers behind it. */
export class LocalDomain {
  readonly endpoint: DomainEndpoint;
  /** URL of the endpoint. */
  readonly url: string;
  #node: OpenSearchNode | undefined;

  constructor({ address, endpoint }: LocalDomainProps) {
    this.endpoint = endpoint;
    this.url = `http://${address}`;
  }

  /**
   * Starts OpenSearch; until then the endpoint answers 503.
   * @param engine Default: the one that the environment names, or the workbench's
   */
  async start(engine?: EngineVersion): Promise<void> {
    this.#node = await startOpenSearch({
      ...{ heap: "512m", shortLived: true, security: true },
      ...(engine !== undefined && { engine }),
    });
    this.endpoint.openSearchUrl = this.#node.url;
  }

  /** OpenSearch as its administrator, past the endpoint. */
  get openSearch(): OpenSearchClient {
    if (!this.#node) throw new Error("OpenSearch is not started.");
    return new OpenSearchClient(this.#node.url, this.#node.administrator);
  }

  async stop(): Promise<void> {
    await Promise.all([this.endpoint.stop(), this.#node?.stop()]);
  }
}
