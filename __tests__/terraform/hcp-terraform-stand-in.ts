import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import type { IncomingMessage } from "node:http";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** A keystore must have a password. The folder of the test holds the key, and is deleted after it. */
const KEYSTORE_PASSWORD = "local-only";

/** The one organization of the stand-in, and the token that may use it. */
export const ORGANIZATION = "acme";
export const TOKEN = "token-of-a-test";

/** One request, as Terraform sent it. */
export interface HostRequest {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: string;
}

/** Files of a self-signed certificate for localhost. */
export interface Certificate {
  /** PEM, to trust. */
  readonly pem: string;
  /** PKCS 12, with the key. */
  readonly keystore: string;
}

export interface HcpTerraformStandIn {
  /** Host name and port. */
  readonly host: string;
  readonly requests: readonly HostRequest[];
  close(): Promise<void>;
}

interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/**
 * The host of HCP Terraform as far as `terraform init` needs it, over HTTPS. It starts without a workspace. Answers
 * follow the published API; a request that is not listed receives 404, as an unknown path does there.
 * @see https://developer.hashicorp.com/terraform/cloud-docs/api-docs
 */
export async function startHcpTerraform({ keystore }: Certificate): Promise<HcpTerraformStandIn> {
  const requests: HostRequest[] = [];
  const answer = answers();
  const server = createServer(
    { pfx: await readFile(keystore), passphrase: KEYSTORE_PASSWORD },
    (request, response) => {
      void read(request).then((received) => {
        requests.push(received);
        const { body, headers, status } = answer(received);
        response.writeHead(status, { "content-type": "application/vnd.api+json", ...headers });
        response.end(body === undefined ? undefined : JSON.stringify(body));
      });
    },
  );
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return {
    host: `localhost:${(server.address() as AddressInfo).port}`,
    requests,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => {
          done();
        });
      }),
  };
}

/** Answers of one host, which keeps its workspaces. */
function answers(): (request: HostRequest) => Answer {
  const names = new Map<string, string>();
  const workspaces = `/api/v2/organizations/${ORGANIZATION}/workspaces`;

  return ({ authorization, body, method, path }) => {
    if (path === "/.well-known/terraform.json") return discovery();
    if (authorization !== `Bearer ${TOKEN}`) return error(401, "unauthorized");
    if (path === "/api/v2/ping") return ping();
    if (path === `/api/v2/organizations/${ORGANIZATION}/entitlement-set`) return entitlements();
    if (method === "POST" && path === workspaces) {
      const name = nameIn(body);
      const id = `ws-${names.size + 1}`;
      names.set(name, id);
      return workspace(201, id, name);
    }
    for (const [name, id] of names) {
      const shown = method === "GET" && path === `${workspaces}/${name}`;
      const updated = method === "PATCH" && path === `/api/v2/workspaces/${id}`;
      if (shown || updated) return workspace(200, id, name);
    }
    // A workspace without a state has no current state version: 404.
    return error(404, "not found");
  };
}

/** @see https://developer.hashicorp.com/terraform/internals/remote-service-discovery */
function discovery(): Answer {
  return {
    status: 200,
    headers: { "content-type": "application/json" },
    body: { "tfe.v2": "/api/v2/" },
  };
}

/** Terraform's client reads the version of the API from it. @see https://github.com/hashicorp/go-tfe/blob/main/tfe.go */
function ping(): Answer {
  return {
    status: 204,
    headers: { "TFP-API-Version": "2.6", "TFP-AppName": "HCP Terraform" },
  };
}

/** @see https://developer.hashicorp.com/terraform/cloud-docs/api-docs/organizations#show-the-entitlement-set */
function entitlements(): Answer {
  const attributes = { operations: true, "state-storage": true };
  return {
    status: 200,
    body: { data: { id: "org-1", type: "entitlement-sets", attributes } },
  };
}

/** @see https://developer.hashicorp.com/terraform/cloud-docs/api-docs/workspaces */
function workspace(status: number, id: string, name: string): Answer {
  const attributes = { name, "execution-mode": "remote", operations: true };
  return { status, body: { data: { id, type: "workspaces", attributes } } };
}

/** @see https://developer.hashicorp.com/terraform/cloud-docs/api-docs#error-responses */
function error(status: number, title: string): Answer {
  return { status, body: { errors: [{ status: String(status), title }] } };
}

function nameIn(body: string): string {
  const { data } = JSON.parse(body) as {
    readonly data: { readonly attributes: { readonly name: string } };
  };
  return data.attributes.name;
}

async function read(request: IncomingMessage): Promise<HostRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { headers, method = "", url = "" } = request;
  const body = Buffer.concat(chunks).toString("utf8");
  return { method, path: url, authorization: headers.authorization, body };
}

/** Generated by the JDK that the tests run OpenSearch with. */
export async function makeCertificate(folder: string): Promise<Certificate> {
  const keystore = join(folder, "host.p12");
  const pem = join(folder, "host.pem");
  const store = ["-alias", "host", "-keystore", keystore, "-storepass", KEYSTORE_PASSWORD];
  await run("keytool", [
    ...["-genkeypair", "-keyalg", "RSA", "-keysize", "2048", "-validity", "2"],
    ...["-dname", "CN=localhost", "-ext", "san=dns:localhost", "-storetype", "PKCS12", ...store],
  ]);
  await run("keytool", ["-exportcert", "-rfc", "-file", pem, ...store]);
  return { keystore, pem };
}
