import {
  CreateBucketCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { toEnvironment } from "../../../lambdas/content/settings";
import type { DesiredContent } from "../../../lambdas/content/content-object";
import { packageLambda } from "../../../modules/shared/lambda-package";
import { actingAs } from "../../../workbench/opensearch/security";
import { startMoto, type Moto } from "../../../workbench/rehearsal/identity-center/moto";
import type { Invocation } from "../../../workbench/simulator/lambda-environment";
import { LambdaFunction } from "../../../workbench/simulator/lambda-function";
import { CONTENT_ROLE, contentOf } from "./content";
import { SecuredDomain } from "./secured-domain";

const BUCKET = "switchboard-main-content-111122223333";
const KEY = "content/first.json";
const OWN_CREDENTIALS = { accessKeyId: "AKIAEXAMPLE", secretAccessKey: "example" };
const TIMEOUT_MS = 90_000;
const INVOCATION = { content: KEY };

const content = contentOf("invoked");
const total = content.objects.length;

describe("the deployed content function", () => {
  let domain: SecuredDomain;
  let moto: Moto;
  let s3: S3Client;
  let lambda: LambdaFunction;

  beforeAll(async () => {
    [domain, moto] = await Promise.all([SecuredDomain.start(), startMoto("111122223333")]);
    const endpoint = `http://127.0.0.1:${moto.port}`;
    s3 = new S3Client({ region: "eu-central-1", endpoint, credentials: OWN_CREDENTIALS });
    await s3.send(
      new CreateBucketCommand({
        Bucket: BUCKET,
        CreateBucketConfiguration: { LocationConstraint: "eu-central-1" },
      }),
    );
    lambda = functionWith(TIMEOUT_MS);
  });
  afterAll(async () => {
    await lambda.stop();
    await moto.stop();
    await domain.stop();
  });
  beforeEach(async () => {
    domain.reset();
    // The domain gives the caller the rights of the role that signed.
    domain.identify = ({ headers }) => {
      const [, accessKey = ""] = /Credential=(\w+)\/\d{8}\/eu-central-1\/es\//.exec(
        headers.authorization ?? "",
      ) ?? ["", ""];
      return accessKey === OWN_CREDENTIALS.accessKeyId || accessKey === ""
        ? actingAs("arn:aws:iam::111122223333:role/function")
        : domain.administrator;
    };
    await store(content);
  });

  const functionWith = (timeoutMs: number): LambdaFunction =>
    new LambdaFunction(
      {
        file: packageLambda("content").codeFile,
        environment: {
          ...toEnvironment({
            domainUrl: domain.url,
            contentRoleArn: CONTENT_ROLE,
            bucketName: BUCKET,
          }),
          AWS_REGION: "eu-central-1",
          AWS_ACCESS_KEY_ID: OWN_CREDENTIALS.accessKeyId,
          AWS_SECRET_ACCESS_KEY: OWN_CREDENTIALS.secretAccessKey,
          AWS_ENDPOINT_URL: `http://127.0.0.1:${moto.port}`,
        },
      },
      timeoutMs,
    );
  const store = async (stored: DesiredContent): Promise<void> => {
    await s3.send(new PutObjectCommand({ Bucket: BUCKET, Key: KEY, Body: JSON.stringify(stored) }));
  };
  const invoke = (): Promise<Invocation> => lambda.invoke(INVOCATION);

  test("applies the content of the bucket as the content role, and a second time writes nothing", async () => {
    const first = await invoke();
    expect(first.error).toBeUndefined();
    expect(first.result).toEqual({
      created: total - 1,
      updated: 1,
      unchanged: 0,
      removed: 0,
      indexChanges: 0,
      failures: [],
      notFinished: 0,
    });

    domain.writes.length = 0;
    expect((await invoke()).result).toMatchObject({ unchanged: total, created: 0, updated: 0 });
    expect(domain.writes.filter((write) => !write.includes(content.stateIndex))).toEqual([]);
  });

  test("exports a changed saved object into the bucket before it replaces it", async () => {
    const { objects } = content;
    const [saved] = objects.filter(({ kind, tenant }) => kind === "saved-object" && !tenant);
    const path = `.kibana/_doc/${encodeURIComponent(saved?.name ?? "")}`;
    domain.identify = () => domain.administrator;
    await domain.client.put(path, { ...saved?.body, updated_at: "2026-11-01", references: [{}] });

    expect((await invoke()).result).toMatchObject({ updated: 1, unchanged: total - 1 });

    const { Contents = [] } = await s3.send(
      new ListObjectsV2Command({ Bucket: BUCKET, Prefix: "changed-saved-objects/" }),
    );
    expect(Contents.map(({ Key = "" }) => Key.replace(/\/20[^/]+Z\//, "/<time>/"))).toEqual([
      `changed-saved-objects/<time>/shared/${saved?.name ?? ""}.ndjson`,
    ]);
  });

  test("fails with the reasons of the objects that failed", async () => {
    domain.fault = ({ method, path }) =>
      method === "GET" && path.startsWith("/_component_template/")
        ? { status: 400, body: { error: { reason: "not today" } } }
        : undefined;
    const failed = content.objects.filter(({ kind }) => kind === "component-template");

    const { error, ok } = await invoke();

    expect(ok).toBe(false);
    expect(error).toMatch(
      new RegExp(`^IncompleteApplyError: ${failed.length} objects failed, \\d+ are left; `),
    );
    expect(error).toContain(`component-template/${failed[0]?.name ?? ""}: 400 not today`);
    domain.reset();
  });

  test("without rights in the domain fails with the domain's reason", async () => {
    domain.identify = () => actingAs("arn:aws:iam::111122223333:role/stranger");
    const { error } = await invoke();
    expect(error).toMatch(
      /^ContentApplyError: The content was not applied: 403 no permissions for \[indices:/,
    );
  });

  test("waits for a domain that is busy, within one invocation", async () => {
    let failures = 3;
    domain.fault = () => (failures-- > 0 ? { status: 503 } : undefined);
    expect((await invoke()).result).toMatchObject({ unchanged: total, failures: [] });
  });

  test("refuses an event that names no content", async () => {
    const { error } = await lambda.invoke({ content: "elsewhere/x.json" });
    expect(error).toBe(
      'Error: The event {"content":"elsewhere/x.json"} is no request to apply content. Send {"content": "content/<digest>.json"}.',
    );
  });

  test("has a bundle of a few hundred kilobytes, zipped", () => {
    const bundle = readFileSync(packageLambda("content").codeFile);
    expect(gzipSync(bundle).byteLength).toBeLessThan(400_000);
  });
});
