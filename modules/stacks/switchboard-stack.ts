import { Aspects, TerraformOutput, TerraformStack } from "cdktf";
import type { TerraformBackend } from "cdktf";
import type { Construct } from "constructs";
import type { Account, Configuration } from "../../config/configuration";
import {
  AWS_PROVIDER_SOURCE,
  AWS_PROVIDER_VERSIONS,
  addAccountProvider,
} from "../shared/aws-provider";
import { addBackend } from "../shared/backend";
import { annotate, notesOf, type Note } from "../shared/notes";
import { RoleConventions } from "../shared/role-conventions";
import { accountProviderProps } from "./account-resources";

export interface SwitchboardStackProps {
  readonly configuration: Configuration;
  /** The account, in the Region, that the stack is applied to. */
  readonly account: Account;
}

/**
 * What all stacks have in common: a backend, the provider of the account they belong to, described
 * outputs, and notes that synthesis prints.
 */
export abstract class SwitchboardStack extends TerraformStack {
  public readonly configuration: Configuration;
  public readonly account: Account;

  protected constructor(scope: Construct, id: string, props: SwitchboardStackProps) {
    super(scope, id);
    this.configuration = props.configuration;
    this.account = props.account;
    const { backend } = props.configuration;
    if (backend.type !== "none") addBackend(this, backend);
    // CDKTF writes `aws`, which Terraform takes to mean the same.
    this.addOverride("terraform.required_providers.aws.source", AWS_PROVIDER_SOURCE);
    addAccountProvider(this, accountProviderProps(props.configuration, props.account));
    const { aws } = props.configuration.providers;
    this.addOverride("terraform.required_providers.aws.version", AWS_PROVIDER_VERSIONS[aws]);
    Aspects.of(this).add(new RoleConventions(props.account));
  }

  /** Notes of the stack and of its constructs, warnings first. */
  public get notes(): readonly Note[] {
    return notesOf(this);
  }

  /** Adds notes, which every command line that synthesizes prints. */
  public note(...notes: readonly Note[]): void {
    annotate(this, notes);
  }

  /** A described output. Never an account id alone: as HCL it would turn into a number. */
  public output(name: string, value: string | readonly string[], description: string): void {
    new TerraformOutput(this, name, { value, description });
  }

  /** With `backend: none`, the artifact has no backend: its user adds one. CDKTF would add its own. */
  public override ensureBackendExists(): TerraformBackend {
    return this.configuration.backend.type === "none"
      ? (undefined as unknown as TerraformBackend)
      : super.ensureBackendExists();
  }
}
