import { cpSync, existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import {
  App,
  DataResource,
  LocalBackend,
  TerraformLocal,
  TerraformOutput,
  TerraformStack,
} from "cdktf";
import type { TerraformElement, TerraformOutputConfig } from "cdktf";
import type { Construct } from "constructs";
import { report } from "./report";

type Block = Readonly<Record<string, unknown>>;
type ConstructClass = new (scope: Construct, id: string, config: unknown) => TerraformElement;

const PROVIDERS: Readonly<Record<string, string>> = {
  aws: "@cdktf/provider-aws/lib",
  opensearch: "../../.gen/providers/opensearch",
};

/**
 * The same resources with the same attributes, straight from the provider's classes: no modules, no
 * configuration, everything a literal, references too. Reads what Switchboard synthesized (BARE_FROM)
 * and copies its assets; `bench:synth` compares what comes out.
 */
const from = process.env["BARE_FROM"] ?? "";
const app = new App({ stackTraces: false, skipValidation: true });
for (const id of readdirSync(join(from, "stacks"))) {
  const artifact = JSON.parse(
    readFileSync(join(from, "stacks", id, "cdk.tf.json"), "utf8"),
  ) as Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, Block>>>>>>;
  const stack = new TerraformStack(app, id);
  new LocalBackend(stack, { path: "terraform.tfstate" });
  for (const [provider, blocks] of Object.entries(artifact["provider"] ?? {})) {
    const Provider = classOf(provider, "provider");
    (blocks as unknown as readonly Block[]).forEach((block, index) => {
      new Provider(stack, `${provider}-${index}`, camel(block));
    });
  }
  for (const [name, expression] of Object.entries(artifact["locals"] ?? {})) {
    new TerraformLocal(stack, `local-${name}`, expression).overrideLogicalId(name);
  }
  for (const kind of ["data", "resource"] as const) {
    for (const [type, named] of Object.entries(artifact[kind] ?? {})) {
      const Class = classOf(type, kind);
      for (const [name, attributes] of Object.entries(named)) {
        const { "//": metadata, depends_on: dependsOn, ...config } = attributes;
        void metadata;
        const resource = new Class(stack, `${kind}-${type}-${name}`, {
          ...camel(config),
          ...(isList(dependsOn) && { dependsOn: dependsOn.map((fqn) => ({ fqn })) }),
        });
        resource.overrideLogicalId(name);
      }
    }
  }
  for (const [name, output] of Object.entries(artifact["output"] ?? {})) {
    new TerraformOutput(stack, name, output as unknown as TerraformOutputConfig);
  }
  const assets = join(from, "stacks", id, "assets");
  if (existsSync(assets))
    cpSync(assets, join(app.outdir, "stacks", id, "assets"), { recursive: true });
}
app.synth();
report();

/** `aws_kms_key` → `KmsKey` of `…/lib/kms-key`. */
function classOf(type: string, kind: "data" | "resource" | "provider"): ConstructClass {
  if (type === "terraform_data") return DataResource as unknown as ConstructClass;
  const [provider = "", ...words] = type.split("_");
  const path =
    kind === "provider" ? ["provider"] : kind === "data" ? ["data", provider, ...words] : words;
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- the module is named by the data
  const module = require(`${PROVIDERS[provider] ?? ""}/${path.join("-")}`) as Readonly<
    Record<string, ConstructClass>
  >;
  const wanted = path.join("").toLowerCase();
  const found = Object.entries(module).find(
    ([name]) =>
      [wanted, `${wanted}a`, `${provider}provider`].includes(name.toLowerCase()) &&
      name !== "default",
  );
  if (!found) throw new Error(`No class for ${type}.`);
  return found[1];
}

function camel(block: Block): Block {
  return Object.fromEntries(
    Object.entries(block).map(([key, value]) => [
      key.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()),
      isList(value) ? value.map(camelInside) : camelInside(value),
    ]),
  );
}

function camelInside(value: unknown): unknown {
  return isBlock(value) ? camel(value) : value;
}

function isBlock(value: unknown): value is Block {
  return typeof value === "object" && value !== null && !isList(value);
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}
