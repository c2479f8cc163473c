import { SsoadminAccountAssignment } from "@cdktf/provider-aws/lib/ssoadmin-account-assignment";
import { SsoadminPermissionSet } from "@cdktf/provider-aws/lib/ssoadmin-permission-set";
import { SsoadminPermissionSetInlinePolicy } from "@cdktf/provider-aws/lib/ssoadmin-permission-set-inline-policy";
import { SsoadminPermissionsBoundaryAttachment } from "@cdktf/provider-aws/lib/ssoadmin-permissions-boundary-attachment";
import { Construct } from "constructs";
import type { ContactCenter, SignInRole } from "../../config/configuration";
import { federationUrl } from "../../aws/federation";
import type { AccountLane } from "./account-lane";
import { addFederationPolicy } from "./federation-policy";
import type { IdentityCenter } from "./identity-center";
import { permissionSetBoundary } from "./permission-set-boundary";
import type { Principal } from "./principals";
import { keyOf } from "./principals";

export interface PermissionSetProps {
  readonly center: ContactCenter;
  readonly instanceId: string;
  readonly role: SignInRole;
  /** Name of the permission set. */
  readonly name: string;
  readonly identityCenter: IdentityCenter;
  readonly lane: AccountLane;
}

/** One role in one contact center: the permission set behind it, and who has it. */
export class PermissionSet extends Construct {
  public readonly permissionSet: SsoadminPermissionSet;
  readonly #props: PermissionSetProps;

  constructor(scope: Construct, id: string, props: PermissionSetProps) {
    super(scope, id);
    this.#props = props;
    const { center, identityCenter, instanceId, lane, role } = props;
    const { instanceArn } = identityCenter;
    this.permissionSet = new SsoadminPermissionSet(this, "set", {
      name: props.name,
      description: `Sign-in to the contact center ${center.alias} as ${role.name}`,
      instanceArn,
      relayState: federationUrl(center.account.region, instanceId, role.landingPath),
      sessionDuration: `PT${role.sessionHours}H`,
    });
    const policy = addFederationPolicy(this, "federation", { account: center.account, instanceId });
    lane.add(
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

  /** To be called when all policies of the account are in its lane. */
  public assign(principals: readonly Principal[]): void {
    const { center, identityCenter, lane } = this.#props;
    for (const principal of principals) {
      lane.add(
        (dependsOn) =>
          new SsoadminAccountAssignment(this, keyOf(principal), {
            instanceArn: identityCenter.instanceArn,
            permissionSetArn: this.permissionSet.arn,
            principalType: principal.type,
            principalId: identityCenter.principalId(principal),
            targetType: "AWS_ACCOUNT",
            targetId: center.account.id,
            dependsOn,
          }),
      );
    }
  }

  /** In the lane before the assignments: no role is made in the account without it. */
  #addBoundary(): void {
    const { center, identityCenter, lane } = this.#props;
    const { permissionsBoundaryArn } = center.account;
    if (permissionsBoundaryArn === undefined) return;
    lane.add(
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
