import type { ITerraformDependable } from "cdktf";

/**
 * Serializes the changes of one account: Identity Center updates one role of an account at a time and
 * answers a concurrent change with a conflict.
 * @see https://docs.aws.amazon.com/singlesignon/latest/userguide/limits.html
 *
 * The order is a dependency only, no argument of any resource: a resource that is added or removed
 * changes no other. Policies are appended before assignments, so that an assignment never grants more
 * or less than intended; Terraform removes them in the opposite order.
 */
export class SerializedDependencies {
  #last?: ITerraformDependable;

  /** Appends a resource; it depends on the one before, and so on all that were appended. */
  public append<T extends ITerraformDependable>(
    create: (dependsOn: ITerraformDependable[]) => T,
  ): T {
    const created = create(this.#last ? [this.#last] : []);
    this.#last = created;
    return created;
  }
}
