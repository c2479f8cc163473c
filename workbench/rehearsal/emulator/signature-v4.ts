import { createHash, createHmac } from "node:crypto";

export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** A request as a signature covers it. */
export interface SignableRequest {
  readonly method: string;
  /** Path with query string, encoded as it is sent. */
  readonly path: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

export interface Scope {
  readonly region: string;
  /** Signing name of the service. */
  readonly service: string;
}

const ALGORITHM = "AWS4-HMAC-SHA256";

/**
 * Headers of the request with its signature.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/create-signed-request.html
 */
export function signed(
  request: SignableRequest,
  credentials: Credentials,
  scope: Scope,
): Readonly<Record<string, string>> {
  const time = new Date().toISOString().replace(/[-:]|\.\d+/g, "");
  const headers: Record<string, string> = {
    ...request.headers,
    "x-amz-date": time,
    "x-amz-content-sha256": sha256(request.body),
    ...(credentials.sessionToken !== undefined && {
      "x-amz-security-token": credentials.sessionToken,
    }),
  };
  const names = Object.keys(headers).sort();
  const credential = `${credentials.accessKeyId}/${scopeText(time, scope)}`;
  const signature = signatureOf({ ...request, headers }, names, credentials, scope);
  return {
    ...headers,
    authorization: `${ALGORITHM} Credential=${credential}, SignedHeaders=${names.join(";")}, Signature=${signature}`,
  };
}

/** Whether the request carries the signature that these credentials give. */
export function isSignedWith(request: SignableRequest, credentials: Credentials): boolean {
  const { authorization = "", "x-amz-security-token": token } = request.headers;
  const [, region = "", service = "", names = "", signature] =
    /Credential=[^/]+\/\d+\/([^/]+)\/([^/]+)\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=(\w+)$/.exec(
      authorization,
    ) ?? [];
  return (
    token === credentials.sessionToken &&
    signature === signatureOf(request, names.split(";"), credentials, { region, service })
  );
}

function signatureOf(
  { body, headers, method, path }: SignableRequest,
  names: readonly string[],
  { secretAccessKey }: Credentials,
  scope: Scope,
): string {
  const [resource = "/", query = ""] = path.split("?");
  const time = headers["x-amz-date"] ?? "";
  const canonical = [
    method,
    // Every service but S3 has the path encoded once more.
    scope.service === "s3" ? resource : resource.split("/").map(encoded).join("/"),
    query.split("&").filter(Boolean).map(withValue).sort().join("&"),
    ...names.map((name) => `${name}:${(headers[name] ?? "").trim()}`),
    "",
    names.join(";"),
    headers["x-amz-content-sha256"] ?? sha256(body),
  ].join("\n");
  const text = [ALGORITHM, time, scopeText(time, scope), sha256(canonical)].join("\n");
  const key = scopeText(time, scope)
    .split("/")
    .reduce<string | Buffer>((before, part) => hmac(before, part), `AWS4${secretAccessKey}`);
  return hmac(key, text).toString("hex");
}

function scopeText(time: string, { region, service }: Scope): string {
  return `${time.slice(0, "20261127".length)}/${region}/${service}/aws4_request`;
}

/** RFC 3986, which leaves fewer characters as they are than encodeURIComponent. */
function encoded(part: string): string {
  return encodeURIComponent(part).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function withValue(parameter: string): string {
  return parameter.includes("=") ? parameter : `${parameter}=`;
}

function sha256(value: string | Buffer): string {
  return createHash("sha256").update(value).digest("hex");
}

function hmac(key: string | Buffer, value: string): Buffer {
  return createHmac("sha256", key).update(value).digest();
}
