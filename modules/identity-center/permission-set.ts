import { SsoadminAccountAssignment } from "@cdktf/provider-aws/lib/ssoadmin-account-assignment";
import { SsoadminPermissionSet } from "@cdktf/provider-aws/lib/ssoadmin-permission-set";
import type { SsoadminPermissionSetConfig } from "@cdktf/provider-aws/lib/ssoadmin-permission-set";
import { SsoadminPermissionSetInlinePolicy } from "@cdktf/provider-aws/lib/ssoadmin-permission-set-inline-policy";
import { SsoadminPermissionsBoundaryAttachment } from "@cdktf/provider-aws/lib/ssoadmin-permissions-boundary-attachment";
import { Construct } from "constructs";
import { federationUrl } from "../../aws/federation";
import type { Place } from "../../aws/place";
import { addFederationPolicy } from "./federation-policy";
import type { IdentityCenter } from "./identity-center";
import { permissionSetBoundary } from "./permission-set-boundary";
import type { Principal } from "./principals";
import { keyOf } from "./principals";
import type { SerializedDependencies } from "./serialized-dependencies";

export interface PermissionSetProps {
  /** Name of the permission set, 1 to 32 characters. */
  readonly permissionSetName: string;
  /** Description, as the access portal shows it. */
  readonly description: string;
  /** Account and Region of the Connect instance. */
  readonly place: Place;
  /** Id of the Connect instance. */
  readonly instanceId: string;
  /** Path in the instance that opens after sign-in. */
  readonly landingPath: string;
  /** Length of a session, in hours, 1 to 12. */
  readonly sessionHours: number;
  /**
   * ARN of the permissions boundary of the role that Identity Center creates in the account.
   * @default none
   */
  readonly permissionsBoundaryArn?: string;
  /** Identity Center of the organization. */
  readonly identityCenter: IdentityCenter;
  /** Serializes the changes of the account. */
  readonly dependencies: SerializedDependencies;
  /**
   * Arguments of the permission set, merged last.
   * @default none
   */
  readonly permissionSetOverrides?: Partial<SsoadminPermissionSetConfig>;
}

/** Permission set of one role in one contact center, with its policy, boundary and assignments. */
export class PermissionSet extends Construct {
  public readonly permissionSet: SsoadminPermissionSet;
  readonly #props: PermissionSetProps;

  constructor(scope: Construct, id: string, props: PermissionSetProps) {
    super(scope, id);
    this.#props = props;
    const { dependencies, identityCenter, instanceId, place } = props;
    const { instanceArn } = identityCenter;
    this.permissionSet = new SsoadminPermissionSet(this, "set", {
      name: props.permissionSetName,
      description: props.description,
      instanceArn,
      relayState: federationUrl(place.region, instanceId, props.landingPath),
      sessionDuration: `PT${props.sessionHours}H`,
      ...props.permissionSetOverrides,
    });
    const policy = addFederationPolicy(this, "federation", { place, instanceId });
    dependencies.append(
      (dependsOn) =>
        new SsoadminPermissionSetInlinePolicy(this, "policy", {
          instanceArn,
          permissionSetArn: this.permissionSet.arn,
          inlinePolicy: policy.json,
          dependsOn,
        }),
    );
    this.#addBoundary();
  }

  /** Adds assignments. Call it when all policies of the account are appended. */
  public assign(principals: readonly Principal[]): readonly SsoadminAccountAssignment[] {
    const { dependencies, identityCenter, place } = this.#props;
    return principals.map((principal) =>
      dependencies.append(
        (dependsOn) =>
          new SsoadminAccountAssignment(this, keyOf(principal), {
            instanceArn: identityCenter.instanceArn,
            permissionSetArn: this.permissionSet.arn,
            principalType: principal.type,
            principalId: identityCenter.principalId(principal),
            targetType: "AWS_ACCOUNT",
            targetId: place.id,
            dependsOn,
          }),
      ),
    );
  }

  /** Appended before the assignments: Identity Center creates no role in the account without it. */
  #addBoundary(): void {
    const { dependencies, identityCenter, permissionsBoundaryArn } = this.#props;
    if (permissionsBoundaryArn === undefined) return;
    dependencies.append(
      (dependsOn) =>
        new SsoadminPermissionsBoundaryAttachment(this, "boundary", {
          instanceArn: identityCenter.instanceArn,
          permissionSetArn: this.permissionSet.arn,
          permissionsBoundary: permissionSetBoundary(permissionsBoundaryArn),
          dependsOn,
        }),
    );
  }
}
