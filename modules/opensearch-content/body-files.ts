import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { AssetType, TerraformAsset, TerraformLocal } from "cdktf";
import { Construct } from "constructs";
import { writeAtomically } from "../shared/write-atomically";
import { cacheFolder } from "../shared/project-folder";

/** Synthesis copies assets; until then they are here, by digest. */
const STAGING = "bodies";

/**
 * Bodies for OpenSearch as files beside the synthesized stack, which Terraform reads. As strings, JSON
 * would lose its escapes in HCL; see docs/decisions/0002-json-is-the-artifact-of-record.md.
 */
export class BodyFiles extends Construct {
  readonly #modulePath: string;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const local = new TerraformLocal(this, "module_path", "${path.module}");
    this.#modulePath = `local.${local.friendlyUniqueId}`;
  }

  /** An expression that reads the body from its file, wherever Terraform is run from. */
  public read(name: string, body: unknown): string {
    const asset = new TerraformAsset(this, name, { ...staged(name, body), type: AssetType.FILE });
    // As text: CDKTF would resolve each call of its functions again at each step of synthesis.
    return `\${file(join("/", [${this.#modulePath}, "${asset.path}"]))}`;
  }
}

/** Puts a body beside the stack and returns its path, for an argument that takes a file. */
export function bodyPath(scope: Construct, name: string, body: unknown): string {
  const asset = new TerraformAsset(scope, name, { ...staged(name, body), type: AssetType.FILE });
  return `\${path.module}/${asset.path}`;
}

function staged(name: string, body: unknown): { path: string; assetHash: string } {
  const text = `${JSON.stringify(body, null, 2)}\n`;
  // The digest that CDKTF would make of the file.
  const assetHash = createHash("md5").update(text).digest("hex").toUpperCase();
  const path = join(cacheFolder(STAGING), assetHash, `${name}.json`);
  if (!existsSync(path)) writeAtomically(path, text);
  return { path, assetHash };
}
