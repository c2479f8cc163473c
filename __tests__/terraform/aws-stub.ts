import { createServer } from "node:http";
import type { IncomingMessage, Server } from "node:http";
import type { AddressInfo } from "node:net";
import { accountOfArn } from "../../aws/arns";
import type { Answer, Answers, Call } from "./aws-stub-answer";
import { json, rest, xml } from "./aws-stub-answer";
import { SIGN_IN_ANSWERS } from "./aws-stub-sign-in";

/**
 * Answers what the AWS provider asks while it plans, and nothing else: who am I, and the data sources
 * of our stacks. Answers follow the published service models. What it does not know it refuses and
 * remembers, so that a test names it instead of waiting for retries.
 */
export interface AwsStub {
  readonly url: string;
  /** Requests that had no answer. */
  readonly unknown: readonly string[];
  close(): Promise<void>;
}

/** Credentials that say which account they belong to. */
export function accessKeyOf(account: string): string {
  return `AKIA${account}`;
}

export async function startAwsStub(): Promise<AwsStub> {
  const unknown: string[] = [];
  const server = createServer((request, response) => {
    void read(request).then((call) => {
      const answer = answerTo(call);
      if (answer === undefined) unknown.push(`${call.service} ${call.operation}`);
      response.writeHead(answer ? 200 : 400, { "content-type": answer?.type ?? "text/plain" });
      response.end(answer?.body ?? `not known here: ${call.service} ${call.operation}`);
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, unknown, close: () => close(server) };
}

function close(server: Server): Promise<void> {
  return new Promise((done) => {
    server.closeAllConnections();
    server.close(() => {
      done();
    });
  });
}

async function read(request: IncomingMessage): Promise<Call> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks).toString("utf8");
  const [, key = "", region = "", service = ""] =
    /Credential=([^/]+)\/\d+\/([^/]+)\/([^/]+)\//.exec(request.headers.authorization ?? "") ?? [];
  const target = request.headers["x-amz-target"];
  const action = new URLSearchParams(body).get("Action");
  return {
    service,
    region,
    account: key.slice(4),
    operation:
      typeof target === "string"
        ? target
        : (action ?? `${request.method ?? ""} ${request.url ?? ""}`),
    body,
  };
}

function answerTo(call: Call): Answer | undefined {
  const operation = call.operation.replace(/\?.*$/, "");
  for (const [pattern, answer] of ANSWERS) {
    const match = pattern.exec(`${call.service} ${operation}`);
    if (match) return answer(call, match.slice(1));
  }
  return undefined;
}

/** @see https://docs.aws.amazon.com/opensearch-service/latest/developerguide/version-migration.html */
const UPGRADE_OF_2_19 = {
  SourceVersion: "OpenSearch_2.19",
  TargetVersions: ["OpenSearch_3.1", "OpenSearch_3.3", "OpenSearch_3.5"],
};

const ANSWERS: Answers = [
  [/^sts GetCallerIdentity$/, ({ account }) => callerIdentity(account)],
  [/^sts AssumeRole$/, ({ body }) => assumedRole(new URLSearchParams(body).get("RoleArn") ?? "")],
  [/^kms TrentService\.ListAliases$/, aliases],
  [/^kms TrentService\.DescribeKey$/, key],
  [
    /^ec2 DescribeSubnets$/,
    ({ body }) => subnet(new URLSearchParams(body).get("SubnetId.1") ?? ""),
  ],
  [/^es GET \/2021-01-01\/opensearch\/domain\/([\w-]+)$/, domain],
  [/^es GET \/2021-01-01\/opensearch\/domain\/[\w-]+\/config$/, () => rest({ DomainConfig: {} })],
  [
    /^es GET \/2021-01-01\/opensearch\/compatibleVersions$/,
    () => rest({ CompatibleVersions: [UPGRADE_OF_2_19] }),
  ],
  [/^es GET \/2021-01-01\/tags\/?$/, () => rest({ TagList: [] })],
  ...SIGN_IN_ANSWERS,
];

/** @see https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html */
function callerIdentity(account: string): Answer {
  return xml(
    `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>` +
      `<Arn>arn:aws:sts::${account}:assumed-role/plan/test</Arn><UserId>AROATEST:test</UserId><Account>${account}</Account>` +
      `</GetCallerIdentityResult></GetCallerIdentityResponse>`,
  );
}

/** A caller that assumes a role is in the role's account afterwards. */
function assumedRole(roleArn: string): Answer {
  const account = accountOfArn(roleArn);
  return xml(
    `<AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult>` +
      `<AssumedRoleUser><AssumedRoleId>AROATEST:test</AssumedRoleId><Arn>${roleArn}/test</Arn></AssumedRoleUser>` +
      `<Credentials><AccessKeyId>${accessKeyOf(account)}</AccessKeyId><SecretAccessKey>test</SecretAccessKey>` +
      `<SessionToken>test</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration></Credentials>` +
      `</AssumeRoleResult></AssumeRoleResponse>`,
  );
}

/** @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeSubnets.html */
function subnet(id: string): Answer {
  return xml(
    `<DescribeSubnetsResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><subnetSet><item>` +
      `<subnetId>${id}</subnetId><vpcId>vpc-0cccccccccccccccc</vpcId><state>available</state>` +
      `</item></subnetSet></DescribeSubnetsResponse>`,
  );
}

const KEY_ID = "1234abcd-12ab-34cd-56ef-1234567890ab";

/** Every account has its key, as after its own stack has been applied. */
function aliases({ account, region }: Call): Answer {
  return json({
    Truncated: false,
    Aliases: ["switchboard", "acme"].map((name) => ({
      AliasName: `alias/${name}`,
      AliasArn: `arn:aws:kms:${region}:${account}:alias/${name}`,
      TargetKeyId: KEY_ID,
    })),
  });
}

function key({ account, region }: Call): Answer {
  return json({
    KeyMetadata: {
      AWSAccountId: account,
      KeyId: KEY_ID,
      Arn: `arn:aws:kms:${region}:${account}:key/${KEY_ID}`,
      Enabled: true,
      KeyManager: "CUSTOMER",
      KeyState: "Enabled",
    },
  });
}

function domain({ account, region }: Call, [name = ""]: string[]): Answer {
  return rest({
    DomainStatus: {
      DomainId: `${account}/${name}`,
      DomainName: name,
      ARN: `arn:aws:es:${region}:${account}:domain/${name}`,
      Created: true,
      Deleted: false,
      Processing: false,
      Endpoint: `search-${name}-abcdefghijklmnopqrstuvwxyz.${region}.es.amazonaws.com`,
      EngineVersion: "OpenSearch_2.19",
      ClusterConfig: { InstanceType: "t3.medium.search", InstanceCount: 2 },
      EBSOptions: { EBSEnabled: true },
      AccessPolicies: "",
      SnapshotOptions: {},
      AdvancedOptions: {},
      EncryptionAtRestOptions: { Enabled: true },
      NodeToNodeEncryptionOptions: { Enabled: true },
      CognitoOptions: { Enabled: false },
      DomainEndpointOptions: { EnforceHTTPS: true },
      AdvancedSecurityOptions: { Enabled: true },
    },
  });
}
