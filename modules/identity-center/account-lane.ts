import type { ITerraformDependable } from "cdktf";

/**
 * Puts what changes one account one after the other: Identity Center updates one role of an account at
 * a time, and answers anything at the same time with a conflict.
 * @see https://docs.aws.amazon.com/singlesignon/latest/userguide/limits.html
 *
 * The order is a dependency only, no part of any resource: a link that comes or goes changes no other.
 * Policies go in before assignments, so an assignment never gives more or less than it should, and
 * Terraform removes them in the opposite order.
 */
export class AccountLane {
  #last?: ITerraformDependable;

  /** Makes what comes next wait for all that came before. */
  public add<T extends ITerraformDependable>(make: (dependsOn: ITerraformDependable[]) => T): T {
    const made = make(this.#last ? [this.#last] : []);
    this.#last = made;
    return made;
  }
}
