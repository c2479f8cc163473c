import { createServer } from "node:http";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { ADMINISTRATOR, actingAs } from "../../opensearch/security";
import type { Sessions } from "../emulator/sessions";
import { isSignedWith } from "../emulator/signature-v4";
import { type Authorizer, NotAuthorizedError } from "../iam/authorizer";
import type { DomainSettings } from "../stand-ins/domain-settings";
import { LifecyclePolicies } from "./lifecycle-policies";

export interface DomainEndpointProps {
  readonly domainName: string;
  readonly domainArn: string;
  readonly sessions: Sessions;
  readonly authorizer: Authorizer;
  readonly settings: DomainSettings;
  /** Takes a line for each request. */
  readonly requests: DomainRequest[];
}

/** One request that reached the domain's endpoint. */
export interface DomainRequest {
  readonly role: string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  /** Why the endpoint refused it; absent where OpenSearch answered. */
  readonly refusal?: string;
}

interface Received {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

interface Sent {
  readonly status: number;
  readonly body: string;
}

/**
 * The endpoint of an OpenSearch domain with fine-grained access control: verifies the signature, evaluates the
 * applied policies of the role, and hands the request to OpenSearch with the role's ARN as user and backend role.
 * It takes plain HTTP on loopback, because the emulator's functions send plain HTTP there.
 * @see https://docs.aws.amazon.com/opensearch-service/latest/developerguide/fgac.html
 */
export class DomainEndpoint {
  /** URL of OpenSearch; without one, the domain answers 503 as one that is being created. */
  openSearchUrl: string | undefined;
  readonly #policies = new LifecyclePolicies();
  readonly #props: DomainEndpointProps;
  readonly #server: Server;

  private constructor(props: DomainEndpointProps, server: Server) {
    this.#props = props;
    this.#server = server;
    server.on("request", (incoming: IncomingMessage, response: ServerResponse) => {
      this.#serve(incoming, response).catch((error: unknown) => {
        // A fault of the rehearsal itself: the client reports its text.
        response.writeHead(500).end(JSON.stringify({ Message: String(error) }));
      });
    });
  }

  /** @param server a server that listens already, because the emulator is started with its port */
  static on(server: Server, props: DomainEndpointProps): DomainEndpoint {
    return new DomainEndpoint(props, server);
  }

  /** A loopback server without an answer yet. */
  static async listen(): Promise<{ readonly server: Server; readonly address: string }> {
    const server = createServer();
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    return { server, address: `127.0.0.1:${(server.address() as AddressInfo).port}` };
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((closed) => this.#server.close(closed));
  }

  async #serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const request = await read(incoming);
    const { refusal, role, sent } = await this.#answer(request);
    const { method, path } = request;
    const { status } = sent;
    this.#props.requests.push({
      role,
      method,
      path,
      status,
      ...(refusal !== undefined && { refusal }),
    });
    response.writeHead(status, { "content-type": "application/json" });
    response.end(sent.body);
  }

  async #answer(request: Received) {
    const session = this.#props.sessions.find(accessKeyIn(request));
    if (!session || !isSignedWith(request, session)) {
      const refusal = "The request is not signed by a session that STS has issued.";
      return { role: "", refusal, sent: refused(refusal) };
    }
    const role = session.roleArn;
    try {
      await this.#authorize(role, request);
    } catch (error) {
      if (!(error instanceof NotAuthorizedError)) throw error;
      return { role, refusal: error.message, sent: refused(error.message) };
    }
    return { role, sent: await this.send(role, request) };
  }

  /** Sends a request to OpenSearch as the role, without an evaluation of IAM policies. */
  async send(
    role: string,
    {
      body,
      headers,
      method,
      path,
    }: Pick<Received, "method" | "path" | "body"> & {
      readonly headers?: Readonly<Record<string, string>>;
    },
  ): Promise<Sent> {
    const own = this.#policies.answer(method, path, body.toString());
    if (own) return own;
    if (this.openSearchUrl === undefined) return { status: 503, body: "{}" };
    const answer = await fetch(`${this.openSearchUrl}${path}`, {
      method,
      headers: {
        "content-type": headers?.["content-type"] ?? "application/json",
        ...this.#identityOf(role),
      },
      ...(body.length > 0 && { body: new Uint8Array(body) }),
    });
    return { status: answer.status, body: await answer.text() };
  }

  /** The managed service gives its master all rights; the local node gives them to its administrator. */
  #identityOf(role: string): Readonly<Record<string, string>> {
    const isMaster = role === this.#props.settings.masterOf(this.#props.domainName);
    const administrator = ADMINISTRATOR["x-proxy-user"] ?? "";
    return actingAs(role, isMaster ? [role, administrator] : [role]);
  }

  async #authorize(role: string, { method, path }: Received): Promise<void> {
    const action = `es:ESHttp${method.slice(0, 1)}${method.slice(1).toLowerCase()}`;
    const resource = `${this.#props.domainArn}${decodeURIComponent(path.replace(/\?.*$/, ""))}`;
    const policy = this.#props.settings.accessPolicyOf(this.#props.domainName);
    await this.#props.authorizer.require(role, { action, resource }, policy);
  }
}

async function read(incoming: IncomingMessage): Promise<Received> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const headers = Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]);
  return {
    method: incoming.method ?? "GET",
    path: incoming.url ?? "/",
    headers: Object.fromEntries(headers) as Readonly<Record<string, string>>,
    body: Buffer.concat(chunks),
  };
}

function accessKeyIn({ headers }: Received): string {
  return /Credential=([^/]+)\//.exec(headers["authorization"] ?? "")?.[1] ?? "";
}

function refused(Message: string): Sent {
  return { status: 403, body: JSON.stringify({ Message }) };
}
