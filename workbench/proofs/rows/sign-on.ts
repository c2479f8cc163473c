import { titled, type Proof } from "../proof";
import { CONNECT_USERS, IAM_EVALUATION, IDENTITY_CENTER, MINISTACK, MOTO } from "../stand-ins";
import { VERSIONS } from "../versions";

const APPLIED = `Terraform and AWS provider ${VERSIONS.awsProvider}: \`apply\`, a second \`plan\` without changes, \`destroy\``;

/** Claims on sign-in to Connect. */
export const SIGN_ON_PROOFS: readonly Proof[] = [
  {
    claim:
      "Groups and users open Connect through IAM Identity Center, each as their own Connect user.",
    page: "single-sign-on.md#through-permission-sets",
    real: APPLIED,
    tests: [
      ...titled(
        "emulator/single-sign-on.test.ts",
        "gives the groups and the people their roles in the contact center's account",
        "lets each caller become the user of their own name, for every pair of names",
        "plans no change after it is applied",
        "leaves nothing behind when it is destroyed, assignments first",
      ),
      ...titled(
        "emulator/adopted-application.test.ts",
        "gives each group the application once, whatever its roles",
      ),
      ...titled(
        "rehearsal/single-sign-on.test.ts",
        "$title",
        "finds an assignment that the configuration does not have",
        "is refused to sessions of another account than that of Identity Center",
      ),
      ...titled("rehearsal/amendments.test.ts", "still lacks %s"),
    ],
    standIns: [MINISTACK, MOTO, IDENTITY_CENTER, CONNECT_USERS, IAM_EVALUATION],
    questions: ["session-name", "portal-tiles"],
    unproven: "the portal, signing in; throttling and conflicts of the service",
  },
  {
    claim:
      "Groups and users of an Active Directory are assigned by id, with the boundary of the account.",
    page: "single-sign-on.md#directories-from-active-directory",
    real: APPLIED,
    tests: titled(
      "emulator/active-directory.test.ts",
      "gives the group and the person with those ids their roles",
      "asks the directory for nothing",
      "attaches the boundary of the account, before the first assignment",
    ),
    standIns: [MOTO, IDENTITY_CENTER],
    questions: ["assignments-by-id", "permission-set-boundary"],
  },
  {
    claim: "Users of a SAML application open Connect as their own Connect user only.",
    page: "single-sign-on.md#through-saml",
    real: APPLIED,
    tests: titled(
      "emulator/connect-access.test.ts",
      "makes people known under their user names, with their names from Identity Center",
      "lets a user of SAML become their own Connect user only",
      "admits users of the identity provider with an assertion for AWS, and no other caller",
      "leaves nothing behind when it is destroyed",
    ),
    standIns: [MOTO, CONNECT_USERS, IAM_EVALUATION],
    questions: ["saml-subject"],
    unproven: "the federation itself",
  },
];
