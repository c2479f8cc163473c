import { resolve } from "node:path";
import { AssetType, Fn, TerraformAsset, TerraformLocal } from "cdktf";
import { Construct } from "constructs";

/**
 * A file of the user's that Terraform reads: it is copied beside the synthesized stack, because text of
 * several lines does not survive as HCL. Read through the module's own path, so that it is found when the
 * stack is called as a module, too.
 */
export class CarriedFile extends Construct {
  /** Expression for the file's text. */
  public readonly text: string;

  /** @param path - from the directory that synthesis runs in. */
  constructor(scope: Construct, id: string, path: string) {
    super(scope, id);
    const modulePath = new TerraformLocal(this, "module_path", "${path.module}");
    const asset = new TerraformAsset(this, "file", { path: resolve(path), type: AssetType.FILE });
    this.text = Fn.file(Fn.join("/", [modulePath.asString, asset.path]));
  }
}
