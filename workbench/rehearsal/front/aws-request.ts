import type { IncomingHttpHeaders, IncomingMessage } from "node:http";

/** A request to AWS, as far as the front routes by it. */
export interface AwsRequest {
  /** Signing name of the service, from the signature's scope: `es`, `monitoring`, … */
  readonly service: string;
  readonly accessKeyId: string;
  readonly region: string;
  /** Operation's name in the JSON and the query protocol; method and path in the REST protocols. */
  readonly operation: string;
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export interface AwsAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: Buffer;
}

export async function readRequest(incoming: IncomingMessage): Promise<AwsRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  const { headers, method = "GET" } = incoming;
  const url = new URL(incoming.url ?? "/", "http://aws");
  const [, accessKeyId = "", region = "", service = ""] =
    /Credential=([^/]+)\/\d+\/([^/]+)\/([^/]+)\//.exec(headers.authorization ?? "") ?? [];
  return {
    ...{ service, accessKeyId, region, method, url, headers, body },
    operation: operationOf(headers, body) ?? `${method} ${url.pathname}`,
  };
}

function operationOf(headers: IncomingHttpHeaders, body: Buffer): string | undefined {
  const target = headers["x-amz-target"];
  if (typeof target === "string") return target.split(".").at(-1);
  const isForm = headers["content-type"]?.startsWith("application/x-www-form-urlencoded");
  return isForm ? (new URLSearchParams(body.toString()).get("Action") ?? undefined) : undefined;
}

/** The input of a JSON request. */
export function inputOf<T extends object>(request: AwsRequest): T {
  return JSON.parse(request.body.toString() || "{}") as T;
}

export function jsonAnswer(status: number, body: object, errorType?: string): AwsAnswer {
  return {
    status,
    headers: {
      "content-type": "application/json",
      ...(errorType !== undefined && { "x-amzn-errortype": errorType }),
    },
    body: Buffer.from(JSON.stringify(body)),
  };
}

/** An error, in the form that both JSON protocols understand. */
export function errorAnswer(status: number, type: string, message: string): AwsAnswer {
  return jsonAnswer(status, { __type: type, message, Message: message }, type);
}

/** A success of the query protocol. */
export function queryAnswer(operation: string, namespace: string, result: string): AwsAnswer {
  const body = `<${operation}Response xmlns="${namespace}"><${operation}Result>${result}</${operation}Result><ResponseMetadata><RequestId>rehearsal</RequestId></ResponseMetadata></${operation}Response>`;
  return { status: 200, headers: { "content-type": "text/xml" }, body: Buffer.from(body) };
}

/** The same answer with another JSON body. */
export function withJson(answer: AwsAnswer, body: object): AwsAnswer {
  // Length and checksum are those of the emulator's body.
  const headers = { ...answer.headers, "content-length": undefined, "x-amz-crc32": undefined };
  return { ...answer, headers, body: Buffer.from(JSON.stringify(body)) };
}
