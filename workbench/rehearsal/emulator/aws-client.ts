import { accountOfArn } from "../../../aws/arns";
import { type Credentials, signed } from "./signature-v4";

export interface AwsClientProps {
  /** Where AWS is: the front, or the bare emulator. */
  readonly url: string;
  readonly region: string;
  readonly credentials: Credentials;
}

/** One account in one Region. */
export interface Place {
  /** Account id, 12 digits. */
  readonly id: string;
  readonly region: string;
}

export interface RawAnswer {
  readonly status: number;
  readonly text: string;
}

/** An answer of AWS that was not a success. */
export class AwsError extends Error {
  readonly status: number;

  constructor(operation: string, { status, text }: RawAnswer) {
    super(`${operation}: ${status} ${text}`);
    this.name = "AwsError";
    this.status = status;
  }
}

/** Root of an account, as the emulator recognizes it: the account's id is the access key. */
export function rootOf(account: string): Credentials {
  return { accessKeyId: account, secretAccessKey: "test" };
}

/** Signed requests in the three protocols of AWS that the rehearsal needs. */
export class AwsClient {
  readonly #props: AwsClientProps;

  constructor(props: AwsClientProps) {
    this.#props = props;
  }

  /** The same AWS as the root user of the account that an ARN names, in its Region if it names one. */
  inAccountOf(arn: string): AwsClient {
    const region = arn.split(":")[3] ?? "";
    return this.in({ id: accountOfArn(arn), region: region === "" ? this.#props.region : region });
  }

  /** The same AWS as the root user of the account, in the Region. */
  in({ id, region }: Place): AwsClient {
    return new AwsClient({ ...this.#props, region, credentials: rootOf(id) });
  }

  /** The same caller at another URL. */
  at(url: string): AwsClient {
    return new AwsClient({ ...this.#props, url });
  }

  /** The same AWS with other credentials. */
  as(credentials: Credentials): AwsClient {
    return new AwsClient({ ...this.#props, credentials });
  }

  /**
   * AWS's JSON protocol.
   * @param target value of `X-Amz-Target`
   * @throws {AwsError}
   */
  async json<T>(service: string, target: string, input: object = {}): Promise<T> {
    const headers = { "content-type": "application/x-amz-json-1.1", "x-amz-target": target };
    const answer = await this.send(service, "POST", "/", JSON.stringify(input), headers);
    if (answer.status !== 200) throw new AwsError(target, answer);
    return (answer.text === "" ? {} : JSON.parse(answer.text)) as T;
  }

  /**
   * AWS's query protocol.
   * @returns XML
   * @throws {AwsError}
   */
  async query(service: string, parameters: Readonly<Record<string, string>>): Promise<string> {
    const body = new URLSearchParams(parameters).toString();
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    const answer = await this.send(service, "POST", "/", body, headers);
    if (answer.status !== 200) throw new AwsError(parameters["Action"] ?? "", answer);
    return answer.text;
  }

  /** A request of a REST protocol; the answer whatever its status. */
  async send(
    service: string,
    method: string,
    path: string,
    body: string | Buffer = "",
    headers: Readonly<Record<string, string>> = {},
  ): Promise<RawAnswer> {
    const { credentials, region, url } = this.#props;
    const request = { method, path, headers: { ...headers, host: new URL(url).host }, body };
    const response = await fetch(`${url}${path}`, {
      method,
      headers: signed(request, credentials, { region, service }),
      ...(body.length > 0 && { body: typeof body === "string" ? body : new Uint8Array(body) }),
    });
    return { status: response.status, text: await response.text() };
  }
}
