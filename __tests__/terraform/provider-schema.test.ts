import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadConfiguration } from "../../config/load";
import { AWS_PROVIDER_VERSION } from "../../modules/shared/aws-provider";
import { EXAMPLES } from "../../workbench/testing/examples";
import { unknownToProvider, type ProviderSchemas } from "../../workbench/testing/provider-schema";
import { synthesized, type StackArtifact } from "../../workbench/testing/synthesized";
import { terraform } from "./terraform";

const AWS = "registry.terraform.io/hashicorp/aws";

describe("every block for the AWS provider", () => {
  let schemas: ProviderSchemas;

  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), "switchboard-"));
    const aws = { source: "hashicorp/aws", version: AWS_PROVIDER_VERSION };
    writeFileSync(
      join(folder, "main.tf.json"),
      JSON.stringify({ terraform: { required_providers: { aws } } }),
    );
    await terraform(folder, "init", "-input=false", "-no-color");
    schemas = JSON.parse(
      await terraform(folder, "providers", "schema", "-json"),
    ) as ProviderSchemas;
    rmSync(folder, { recursive: true });
  });

  const stacks = EXAMPLES.flatMap(({ file, name }) =>
    Object.entries(synthesized(loadConfiguration(file))).map(
      ([id, stack]) => [`${name}/${id}`, stack] as const,
    ),
  );
  it.each(stacks)(
    "of %s is known to the provider of the tests, the content stack's too",
    (_, stack) => {
      expect(stack.provider["aws"]?.length).toBeGreaterThan(0);
      expect(unknownToProvider(stack, schemas, AWS)).toEqual([]);
    },
  );

  it("that it does not know is found, and named", () => {
    const stack = {
      terraform: {},
      provider: { aws: [{ region: "eu-central-1", session_name: "planted" }] },
      resource: {
        aws_kms_key: { key: { arn: "arn:aws:kms:eu-central-1:111122223333:key/k", tags: ["x"] } },
        aws_sns_topik: { topic: {} },
      },
      data: { aws_opensearch_domain: { domain: { depends_on: [] } } },
    } satisfies StackArtifact;

    expect(unknownToProvider(stack, schemas, AWS)).toEqual([
      "provider.aws[0].session_name: unknown",
      "resource.aws_kms_key.key.arn: read-only",
      'resource.aws_kms_key.key.tags: not of type ["map","string"]',
      "resource.aws_sns_topik.topic: unknown",
      "data.aws_opensearch_domain.domain.domain_name: missing",
    ]);
  });
});
