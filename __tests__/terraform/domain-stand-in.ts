import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { OpenSearchNode } from "../../workbench/opensearch/node";

/** A node as a domain: index state management in front of it, every caller its master. */
export interface DomainStandIn {
  readonly url: string;
  close(): Promise<void>;
}

interface StoredPolicy {
  readonly _id: string;
  readonly _version: number;
  readonly _seq_no: number;
  readonly _primary_term: number;
  readonly policy: unknown;
}

interface Sent {
  readonly status: number;
  readonly body: string;
}

/**
 * Passes requests on to the node, but for lifecycle policies, whose plugin the node lacks: those it
 * keeps itself, and answers a second creation with 409 as the plugin does.
 * @see https://docs.opensearch.org/2.19/im-plugin/ism/api/
 */
export async function startDomainStandIn(node: OpenSearchNode): Promise<DomainStandIn> {
  const policies = new Map<string, StoredPolicy>();
  const answer = async (request: IncomingMessage, body: string): Promise<Sent> => {
    const url = new URL(request.url ?? "/", node.url);
    const [, id] = /^\/_plugins\/_ism\/policies\/(.+)$/.exec(url.pathname) ?? [];
    return id === undefined
      ? await passOn(node, request, url, body)
      : policyAnswer(policies, decodeURIComponent(id), request.method ?? "", url, body);
  };
  const server = createServer((request, response) => {
    void read(request)
      .then((body) => answer(request, body))
      .catch((error: unknown) => ({ status: 502, body: String(error) }))
      .then((sent) => {
        end(response, sent);
      });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => {
          done();
        });
      }),
  };
}

function policyAnswer(
  policies: Map<string, StoredPolicy>,
  id: string,
  method: string,
  { searchParams }: URL,
  body: string,
): Sent {
  const before = policies.get(id);
  if (method === "PUT") {
    const expected = searchParams.get("if_seq_no");
    if (before ? expected !== String(before._seq_no) : expected !== null) {
      return json(409, { error: { reason: "version conflict, document already exists" } });
    }
    const { policy } = JSON.parse(body) as { readonly policy: object };
    const seen = (before?._version ?? 0) + 1;
    // The plugin adds what it knows of a policy; the provider leaves it out again.
    const stored = { ...policy, policy_id: id, last_updated_time: 0, schema_version: 1 };
    const made = { _id: id, _version: seen, _seq_no: seen, _primary_term: 1, policy: stored };
    policies.set(id, made);
    return json(before ? 200 : 201, { ...made, policy: { policy: stored } });
  }
  if (!before) return json(404, { error: { reason: "Policy not found" } });
  if (method === "DELETE") policies.delete(id);
  return json(200, before);
}

async function passOn(
  node: OpenSearchNode,
  { headers, method = "GET" }: IncomingMessage,
  url: URL,
  body: string,
): Promise<Sent> {
  const { securitytenant } = headers;
  const response = await fetch(url, {
    method,
    headers: {
      ...node.administrator,
      "content-type": headers["content-type"] ?? "application/json",
      ...(typeof securitytenant === "string" && { securitytenant }),
    },
    ...(body !== "" && { body }),
  });
  return { status: response.status, body: await response.text() };
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

function json(status: number, body: unknown): Sent {
  return { status, body: JSON.stringify(body) };
}

function end(response: ServerResponse, { body, status }: Sent): void {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(body);
}
