import type { Problem } from "../problems";
import { adoptedStreamProblems } from "./adopted-streams";
import { dashboardsSignInProblems } from "./dashboards-sign-in";
import { domainProblems } from "./domains";
import { draftOf } from "./draft";
import type { Draft } from "./draft";
import { nameProblems } from "./names";
import { placeProblems } from "./places";
import { permissionSetProblems } from "./permission-sets";
import { queueDepthProblems } from "./queue-depth";
import { retentionProblems } from "./retention";
import { roleProblems } from "./roles";
import { signInProblems } from "./sign-in";
import { singleSignOnProblems } from "./single-sign-on";
import { tagProblems } from "./tags";

/** A rule looks at the parts that are right in themselves and says what does not fit together. */
export type Rule = (draft: Draft) => Iterable<Problem>;

const RULES: readonly Rule[] = [
  placeProblems,
  roleProblems,
  domainProblems,
  nameProblems,
  retentionProblems,
  adoptedStreamProblems,
  queueDepthProblems,
  signInProblems,
  dashboardsSignInProblems,
  singleSignOnProblems,
  permissionSetProblems,
  tagProblems,
];

/** Mistakes between the parts of a file: references, names, Regions, ages. */
export function problemsBetweenParts(file: unknown): Problem[] {
  const draft = draftOf(file);
  return RULES.flatMap((rule) => [...rule(draft)]);
}
