import { createHash } from "node:crypto";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AssetType, Fn, TerraformAsset, TerraformLocal } from "cdktf";
import { Construct } from "constructs";

/** Assets are copied when the app is synthesized; until then they lie here, by what they hold. */
const STAGING = join(tmpdir(), "switchboard-bodies");

/**
 * Bodies for OpenSearch as files beside the synthesized stack, which Terraform reads. Carried as
 * strings, JSON would lose its escapes on the way through HCL; see docs/decisions/0002-json-is-the-artifact-of-record.md.
 */
export class BodyFiles extends Construct {
  readonly #modulePath: TerraformLocal;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.#modulePath = new TerraformLocal(this, "module_path", "${path.module}");
  }

  /** An expression that reads the body from its file, wherever Terraform is run from. */
  public read(name: string, body: unknown): string {
    const asset = new TerraformAsset(this, name, {
      path: stage(name, body),
      type: AssetType.FILE,
    });
    return Fn.file(Fn.join("/", [this.#modulePath.asString, asset.path]));
  }
}

function stage(name: string, body: unknown): string {
  const text = `${JSON.stringify(body, null, 2)}\n`;
  const folder = join(STAGING, createHash("sha256").update(text).digest("hex"));
  const file = join(folder, `${name}.json`);
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, text);
  }
  return file;
}
