import { SsoadminApplicationAssignment } from "@cdktf/provider-aws/lib/ssoadmin-application-assignment";
import { Construct } from "constructs";
import type { IdentityCenter } from "./identity-center";
import type { Principal } from "./principals";
import { keyOf } from "./principals";

export interface ApplicationAssignmentsProps {
  readonly applicationArn: string;
  readonly principals: readonly Principal[];
  readonly identityCenter: IdentityCenter;
}

/** Who sees an application in the access portal. Works for applications made in the console, too. */
export class ApplicationAssignments extends Construct {
  constructor(scope: Construct, id: string, props: ApplicationAssignmentsProps) {
    super(scope, id);
    for (const principal of props.principals) {
      new SsoadminApplicationAssignment(this, keyOf(principal), {
        applicationArn: props.applicationArn,
        principalType: principal.type,
        principalId: props.identityCenter.principalId(principal),
      });
    }
  }
}
