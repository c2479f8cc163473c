import type { Problem } from "../problems";
import { oneOf, show } from "../problems";
import type { DomainFile, PartiallyValidConfiguration } from "./partially-valid-configuration";
import { MOST_BYTES_OF_OPENSEARCH, entityIdsIn, metadataProblems } from "./saml-metadata";

type SignIn = NonNullable<NonNullable<DomainFile["create"]>["signIn"]>;

/** Sign-in to Dashboards: metadata that fits, and each person in one list. */
export function* dashboardsSignInProblems(
  configuration: PartiallyValidConfiguration,
): Generator<Problem> {
  for (const { path, value } of configuration.domains) {
    const signIn = value.create?.signIn;
    if (!signIn || signIn.type === "none") continue;
    const at = `${path}.create.signIn`;
    if (signIn.type === "saml") yield* samlProblems(at, signIn);
    yield* repeatedPeople(at, signIn);
  }
}

function* samlProblems(path: string, signIn: Extract<SignIn, { type: "saml" }>) {
  yield* metadataProblems({
    path: `${path}.metadataFile`,
    file: signIn.metadataFile,
    mostBytes: MOST_BYTES_OF_OPENSEARCH,
  });
  const known = entityIdsIn(signIn.metadataFile);
  if (known.length === 0 || known.includes(signIn.entityId)) return;
  yield {
    path: `${path}.entityId`,
    message: `${show(signIn.entityId)} is not the entityID in ${signIn.metadataFile}, use ${oneOf(known)}`,
  };
}

/** Cognito does not tell upper from lower case, and ids of groups are hexadecimal. */
function* repeatedPeople(path: string, signIn: Exclude<SignIn, { type: "none" }>) {
  const spelled = new Map<string, string>();
  for (const list of ["viewers", "editors"] as const) {
    const first = new Map<string, string>();
    for (const [index, name] of signIn[list].entries()) {
      const at = `${path}.${list}[${index}]`;
      const key = name.toLowerCase();
      const other = first.get(key);
      const spelling = spelled.get(key) ?? name;
      if (other !== undefined) {
        yield { path: at, message: `${show(name)} is already at ${other}, remove one` };
      } else if (spelling !== name) {
        yield { path: at, message: `write it as among the viewers: ${spelling}` };
      }
      first.set(key, other ?? at);
      spelled.set(key, spelling);
    }
  }
}
