import { SsoadminApplicationAssignment } from "@cdktf/provider-aws/lib/ssoadmin-application-assignment";
import { Construct } from "constructs";
import type { IdentityCenter } from "./identity-center";
import type { Principal } from "./principals";
import { keyOf } from "./principals";

export interface ApplicationAssignmentsProps {
  /** ARN of the application; it may have been created in the console. */
  readonly applicationArn: string;
  /** Groups and users that are assigned. */
  readonly principals: readonly Principal[];
  /** Directory of the principals. */
  readonly identityCenter: IdentityCenter;
}

/** Assignments of groups and users to an application, which shows it in their access portal. */
export class ApplicationAssignments extends Construct {
  public readonly assignments: readonly SsoadminApplicationAssignment[];

  constructor(scope: Construct, id: string, props: ApplicationAssignmentsProps) {
    super(scope, id);
    this.assignments = props.principals.map(
      (principal) =>
        new SsoadminApplicationAssignment(this, keyOf(principal), {
          applicationArn: props.applicationArn,
          principalType: principal.type,
          principalId: props.identityCenter.principalId(principal),
        }),
    );
  }
}
