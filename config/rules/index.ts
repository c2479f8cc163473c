import type { Problem } from "../problems";
import { adoptedStreamProblems } from "./adopted-streams";
import { alertProblems } from "./alerts";
import { dashboardsSignInProblems } from "./dashboards-sign-in";
import { domainProblems } from "./domains";
import { partiallyValid } from "./partially-valid-configuration";
import type { PartiallyValidConfiguration } from "./partially-valid-configuration";
import { nameProblems } from "./names";
import { placeProblems } from "./places";
import { permissionSetProblems } from "./permission-sets";
import { queueDepthProblems } from "./queue-depth";
import { connectEndpointProblems } from "./network";
import { reportProblems } from "./report";
import { retentionProblems } from "./retention";
import { roleProblems } from "./roles";
import { signInProblems } from "./sign-in";
import { singleSignOnProblems } from "./single-sign-on";
import { tagProblems } from "./tags";

/** A rule reads the valid parts of the file and reports those that contradict each other. */
export type Rule = (configuration: PartiallyValidConfiguration) => Iterable<Problem>;

const RULES: readonly Rule[] = [
  placeProblems,
  roleProblems,
  domainProblems,
  nameProblems,
  retentionProblems,
  adoptedStreamProblems,
  queueDepthProblems,
  connectEndpointProblems,
  alertProblems,
  reportProblems,
  signInProblems,
  dashboardsSignInProblems,
  singleSignOnProblems,
  permissionSetProblems,
  tagProblems,
];

/** Errors between the parts of a file: references, names, Regions, ages. */
export function problemsBetweenParts(file: unknown): Problem[] {
  const configuration = partiallyValid(file);
  return RULES.flatMap((rule) => [...rule(configuration)]);
}
