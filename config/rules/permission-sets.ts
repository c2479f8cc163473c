import {
  PERMISSION_SET_NAME_LIMIT,
  RELAY_STATE_LIMIT,
  SAMPLE_INSTANCE_ID,
  federationUrl,
} from "../../aws/federation";
import { show } from "../problems";
import type { Problem } from "../problems";
import { resolveRoles } from "../resolve-sign-in";
import type {
  ContactCenterFile,
  PartiallyValidConfiguration,
  Part,
} from "./partially-valid-configuration";
import { placeOf } from "./places";

/** Names and addresses of permission sets fit into what AWS allows. */
export function* permissionSetProblems(
  configuration: PartiallyValidConfiguration,
): Generator<Problem> {
  const { singleSignOn } = configuration;
  if (!singleSignOn) return;
  const centers = configuration.contactCenters.filter(
    ({ value: { signIn } }) => signIn !== false && signIn.through === "permission-set",
  );
  const roles = resolveRoles(
    configuration.name,
    singleSignOn,
    centers.map(({ value }) => value.alias),
  );
  const taken = new Map<string, string>();
  for (const center of centers) {
    for (const { landingPath, name: role, permissionSets } of roles) {
      const name = permissionSets[center.value.alias] ?? "";
      yield* nameProblems(center, role, name, taken);
      yield* relayStateProblems(configuration, center, role, landingPath);
    }
  }
}

function* nameProblems(
  { path, value }: Part<ContactCenterFile>,
  role: string,
  name: string,
  taken: Map<string, string>,
): Generator<Problem> {
  const excess = name.length - PERMISSION_SET_NAME_LIMIT;
  if (excess > 0) {
    yield {
      path: `${path}.alias`,
      message: `the permission set of ${role} would be called ${name}, ${name.length} characters of at most ${PERMISSION_SET_NAME_LIMIT}; shorten it by ${excess}, here, in singleSignOn.permissionSetPrefix or in singleSignOn.roles.${role}.suffix`,
    };
  }
  const other = taken.get(name);
  if (other !== undefined) {
    yield {
      path: `singleSignOn.roles.${role}.suffix`,
      message: `the permission set ${show(name)} would be that of ${other} and of ${role} in ${value.alias}; choose another suffix`,
    };
  }
  taken.set(name, `${role} in ${value.alias}`);
}

function* relayStateProblems(
  configuration: PartiallyValidConfiguration,
  { value }: Part<ContactCenterFile>,
  role: string,
  landingPath: string,
): Generator<Problem> {
  const region = placeOf(configuration, value)?.region;
  if (region === undefined) return;
  const url = federationUrl(region, value.instance.id ?? SAMPLE_INSTANCE_ID, landingPath);
  const excess = url.length - RELAY_STATE_LIMIT;
  if (excess <= 0) return;
  yield {
    path: `singleSignOn.roles.${role}.landingPage`,
    message: `the relay state for ${value.alias} would have ${url.length} characters of at most ${RELAY_STATE_LIMIT}; shorten the path by ${excess} (a character other than letters, digits and -_.~ counts as three)`,
  };
}
