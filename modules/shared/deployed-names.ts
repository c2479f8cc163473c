import { DataResource } from "cdktf";
import { Construct } from "constructs";
import { move } from "./refactoring";

export interface DeployedNamesProps {
  /** Names under which data is stored, and which must not vanish or change without notice. */
  readonly inUse: readonly string[];
  /** Names that may vanish with the next plan. @default none */
  readonly retired?: readonly string[];
}

/**
 * Keeps names in the state, so that a plan notices when one of them vanishes from the configuration: a
 * renamed contact center would be a second one, and the data of the first would be out of reach.
 * Terraform refuses to destroy an instance of a resource with `prevent_destroy` as long as the resource
 * itself is declared, and says the address, which says what to do.
 * @see docs/retire-and-rename.md
 */
export class DeployedNames extends Construct {
  constructor(scope: Construct, id: string, { inUse, retired = [] }: DeployedNamesProps) {
    super(scope, id);
    const guarded = this.#named("retire-before-removing", inUse);
    guarded.lifecycle = { preventDestroy: true };
    if (retired.length === 0) return;
    const released = this.#named("retired", retired);
    for (const name of retired) {
      move(this, instanceOf(guarded, name), instanceOf(released, name));
    }
  }

  #named(id: string, names: readonly string[]): DataResource {
    const resource = new DataResource(this, id);
    const list = names.map((name) => JSON.stringify(name)).join(", ");
    resource.addOverride("input", "${each.key}");
    resource.addOverride("for_each", `\${toset([${list}])}`);
    return resource;
  }
}

function instanceOf({ friendlyUniqueId }: DataResource, name: string): string {
  return `terraform_data.${friendlyUniqueId}[${JSON.stringify(name)}]`;
}
