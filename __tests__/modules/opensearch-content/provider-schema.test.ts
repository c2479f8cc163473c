import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadConfiguration } from "../../../config/load";
import { providerRelease, releasedSchema } from "../../../scripts/lib/bindings";
import { EXAMPLES } from "../../../workbench/testing/examples";
import {
  unknownToProvider,
  type ProviderSchemas,
} from "../../../workbench/testing/provider-schema";
import { synthesized, type StackArtifact } from "../../../workbench/testing/synthesized";

const PROVIDER = "registry.terraform.io/opensearch-project/opensearch";
const schemas = JSON.parse(releasedSchema()) as ProviderSchemas;

describe("the kept schema of the opensearch provider", () => {
  test("is that of a release, with the tag and the digest of that release beside it", () => {
    expect(providerRelease()).toEqual({
      source: "opensearch-project/opensearch",
      tag: "v2.4.0",
      commit: "74f7dda4362e1a39f2cb847d6b0a0015cc275fd1",
      schema: "opensearch-2.4.0.schema.json",
      sha256: "00d8881f26350bafd391cd43d22eecf9793d395270d68a9668f5cdd0ec1ad557",
    });
    expect(Object.keys(schemas.provider_schemas)).toEqual([PROVIDER]);
  });

  test("is refused when it is another file than the one whose digest is kept", () => {
    const folder = mkdtempSync(join(tmpdir(), "switchboard-schema-"));
    const release = join(folder, "opensearch.release.json");
    writeFileSync(release, JSON.stringify(providerRelease()));
    writeFileSync(join(folder, providerRelease().schema), `${releasedSchema()}\n`);

    expect(() => releasedSchema(release)).toThrow(
      /is not the schema of .* v2\.4\.0: its SHA-256 is/,
    );
    rmSync(folder, { recursive: true });
  });

  test("has nothing of what came to the provider after the release", () => {
    const { block } = schemas.provider_schemas[PROVIDER]?.provider ?? {};

    for (const later of [
      "aws_assume_role_session_name",
      "aws_web_identity_role_arn",
      "aws_web_identity_token_file",
    ]) {
      expect(block?.attributes).not.toHaveProperty(later);
    }
    expect(block?.attributes).toHaveProperty("aws_assume_role_arn");
  });
});

describe("every block for the opensearch provider", () => {
  const stacks = EXAMPLES.flatMap(({ file, name }) =>
    Object.entries(synthesized(loadConfiguration(file)))
      .filter(([, { provider }]) => provider["opensearch"])
      .map(([id, stack]) => [`${name}/${id}`, stack] as const),
  );

  test("is in the content stack of each domain of each example", () => {
    const domains = EXAMPLES.flatMap(({ file }) => loadConfiguration(file).domains);

    expect(stacks).toHaveLength(domains.length);
  });

  test.each(stacks)("of %s is known to the release", (_, stack) => {
    expect(unknownToProvider(stack, schemas, PROVIDER)).toEqual([]);
  });

  test("that the release does not know is found, and named", () => {
    const [, stack] = stacks[0] ?? [];
    if (!stack) throw new Error("An example has a content stack.");
    const planted = structuredClone(stack) as Writable<StackArtifact>;
    Object.assign(planted.provider["opensearch"]?.[0] ?? {}, {
      aws_assume_role_session_name: "session",
    });
    const roles = planted.resource?.["opensearch_role"] ?? {};
    const [label = ""] = Object.keys(roles);
    const permission = (roles[label]?.["index_permissions"] as Record<string, unknown>[])[0] ?? {};
    Object.assign(permission, { index_pattern: ["x"], allowed_actions: "read" });
    Object.assign(roles[label] ?? {}, { id: 5, role_nam: "x" });
    delete roles[label]?.["role_name"];

    const role = `resource.opensearch_role.${label}`;
    expect(unknownToProvider(planted, schemas, PROVIDER).sort()).toEqual(
      [
        "provider.opensearch[0].aws_assume_role_session_name: unknown",
        `${role}.index_permissions[0].index_pattern: unknown`,
        `${role}.index_permissions[0].allowed_actions: not of type ["set","string"]`,
        `${role}.role_nam: unknown`,
        `${role}.role_name: missing`,
      ].sort(),
    );
  });
});

type Writable<T> = T extends object ? { -readonly [K in keyof T]: Writable<T[K]> } : T;
