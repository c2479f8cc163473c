import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { createServer, request as forward } from "node:http";
import type { AddressInfo } from "node:net";
import type {
  Answer,
  Operation,
  Request,
} from "../../../workbench/rehearsal/identity-center/answer";
import { ok, refused } from "../../../workbench/rehearsal/identity-center/answer";
import type { Connect } from "./connect";
import type { ServiceModel } from "../../../workbench/testing/service-model";

export interface StandInProps {
  readonly emulatorPort: number;
  /** Services of the JSON protocol whose requests are held against AWS's own model. */
  readonly models: readonly ServiceModel[];
  /** Operations that the emulator lacks, by `X-Amz-Target`. */
  readonly operations: Readonly<Record<string, Operation>>;
  /** Answers for Amazon Connect, of which the emulator has too little. */
  readonly connect: Connect;
  /** Completes what the emulator answered to a form (the protocol of IAM and STS). */
  readonly amend: (request: string, answer: string) => string;
  /** Sees what the emulator answered. */
  readonly observe: (target: string, request: Request, answer: Request) => void;
}

/** One request that came by, in order. */
export interface Call {
  readonly target: string;
  readonly request: Request;
}

/** Stands in front of the emulator: checks requests, answers what it lacks, notes the order of calls. */
export class StandIn {
  public readonly calls: Call[] = [];
  readonly #props: StandInProps;
  readonly #server: Server;

  constructor(props: StandInProps) {
    this.#props = props;
    this.#server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on("data", (chunk: Buffer) => chunks.push(chunk));
      request.on("end", () => this.#answer(request, response, Buffer.concat(chunks)));
    });
  }

  public async start(): Promise<string> {
    await new Promise<void>((done) => this.#server.listen(0, "127.0.0.1", done));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  public async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }

  #answer(request: IncomingMessage, response: ServerResponse, body: Buffer): void {
    const target = targetOf(request.headers);
    const answer = isForConnect(request.headers)
      ? this.#answerConnect(request, body)
      : target === ""
        ? undefined
        : this.#answerJson(target, body);
    if (!answer) {
      this.#passOn(request, response, body);
      return;
    }
    const { __type } = answer.body as { readonly __type?: string };
    response.writeHead(answer.status, {
      "content-type": "application/x-amz-json-1.1",
      ...(__type && { "x-amzn-errortype": __type }),
    });
    response.end(JSON.stringify(answer.body));
  }

  #answerJson(target: string, body: Buffer) {
    const request = requestOf(body);
    this.calls.push({ target, request });
    const [prefix, operation = ""] = target.split(".");
    const model = this.#props.models.find((candidate) => candidate.target === prefix);
    const problems = model?.problemsOf(operation, request) ?? [];
    if (problems.length > 0) return refused("ValidationException", problems.join("; "));
    return this.#props.operations[target]?.(request);
  }

  #answerConnect({ method, url }: IncomingMessage, body: Buffer): Answer {
    const path = (url ?? "").replace(/\?.*$/, "");
    const answer = this.#props.connect.answer(`${method} ${path}`, requestOf(body));
    if (answer === undefined) return refused("InvalidRequestException", `Not known: ${path}`);
    if (answer === null)
      return { ...refused("ResourceNotFoundException", "No such one."), status: 404 };
    return ok(answer);
  }

  #passOn(request: IncomingMessage, response: ServerResponse, body: Buffer): void {
    const { headers, method, url } = request;
    const onward = forward(
      { host: "127.0.0.1", port: this.#props.emulatorPort, method, path: url, headers },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on("data", (chunk: Buffer) => chunks.push(chunk));
        answer.on("end", () => {
          const answered = Buffer.concat(chunks);
          if (answer.statusCode === 200) this.#observe(headers, body, answered);
          const answeredHeaders = { ...answer.headers };
          // What is amended has another length.
          delete answeredHeaders["content-length"];
          response.writeHead(answer.statusCode ?? 500, answeredHeaders);
          response.end(isForm(headers) ? this.#amended(body, answered) : answered);
        });
      },
    );
    onward.on("error", () => response.destroy());
    onward.end(body);
  }

  #amended(body: Buffer, answer: Buffer): string {
    return this.#props.amend(body.toString(), answer.toString());
  }

  #observe(headers: IncomingMessage["headers"], body: Buffer, answer: Buffer): void {
    const target = targetOf(headers);
    if (target === "") return;
    this.#props.observe(target, requestOf(body), requestOf(answer));
  }
}

/** The signature names the service. */
function isForConnect(headers: IncomingMessage["headers"]): boolean {
  return /\/connect\/aws4_request/.test(headers.authorization ?? "");
}

function isForm(headers: IncomingMessage["headers"]): boolean {
  return (headers["content-type"] ?? "").startsWith("application/x-www-form-urlencoded");
}

/** Names the operation in AWS's JSON protocol; other protocols have none. */
function targetOf(headers: IncomingMessage["headers"]): string {
  return String(headers["x-amz-target"] ?? "");
}

function requestOf(body: Buffer): Request {
  return JSON.parse(body.toString() || "{}") as Request;
}
