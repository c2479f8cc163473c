import type { Configuration, ContactCenter } from "../../../config/configuration";
import { engineOfDomain } from "../../opensearch/engines";
import { deliverRecord, RECORD_KINDS } from "../flows/record-flow";
import { IGNORED_EVENTS, ignoreEvents, refreshQueues } from "../flows/queue-flow";
import { backUpRecord } from "../flows/refused-record";
import {
  aboutContactCenter,
  aboutDomainOf,
  type Rehearsal,
  type RehearsedStack,
  stackIdsOf,
} from "../rehearsal";
import { permissionsTable } from "../permissions/render";
import { takeAwayAccessPolicy, takeAwayPermissions } from "../permissions/take-away";
import { adopt } from "./adoption";
import { applyContent } from "./apply-content";
import { applyStack, planAgain } from "./apply-stack";
import { changeInPlace } from "./change-in-place";
import { interruptApplies } from "./interrupted-apply";
import { importLostStates } from "./lost-state";
import { planReplacements } from "./refuse-changes";
import { destroyRest, refuseDestroy, retireContactCenters } from "./destroy";
import { addAndRetire } from "./second-contact-center";
import { checkAssignments } from "./sign-in";
import { appliedStacks, isContent, isDomain } from "./stack-kinds";

/** One step of a rehearsal. Its result is one line for the report. */
export interface Step {
  readonly title: string;
  readonly run: (rehearsal: Rehearsal) => Promise<string>;
}

/** Any number that no other step uses. */
const WAITING = 7;
/** The example that is rehearsed where none is named. */
export const DEFAULT_EXAMPLE = "one-account";

/** The steps of a rehearsal, in order; each needs those before it. */
export function stepsOf(example: string, configuration: Configuration): readonly Step[] {
  const more =
    example === DEFAULT_EXAMPLE
      ? [...LIFE_STEPS, ...BY_HAND_STEPS]
      : ofEach(configuration, () => [ACCESS_POLICY]);
  return [...standSteps(configuration), ...more, ...TAKE_DOWN_STEPS];
}

/** The steps after which everything is applied and has been used. */
export function standSteps(configuration: Configuration): readonly Step[] {
  const flows = ofEach(configuration, (contactCenter) => [
    ...(contactCenter.queueDepth ? QUEUE_FLOWS : []),
    ...RECORD_FLOWS,
  ]);
  return [
    ...stackIdsOf(configuration).map((id) => applyStep(id)),
    PLAN_AGAIN,
    ...(configuration.singleSignOn ? [ASSIGNMENTS] : []),
    ...flows,
  ];
}

/** Steps for each contact center; with several, titles have their aliases. */
function ofEach(
  { contactCenters }: Configuration,
  stepsFor: (contactCenter: ContactCenter) => readonly Step[],
): readonly Step[] {
  return contactCenters.flatMap((contactCenter) =>
    stepsFor(contactCenter).map(({ run, title }): Step => ({
      title: contactCenters.length > 1 ? `${title}, ${contactCenter.alias}` : title,
      run: (rehearsal) => run(aboutContactCenter(rehearsal, contactCenter)),
    })),
  );
}

const PERMISSIONS: Step = {
  title: "Take away one permission at a time",
  run: async (rehearsal) => {
    const findings = await takeAwayPermissions(rehearsal);
    rehearsal.found.permissions = permissionsTable(findings);
    const needed = findings.filter(({ broken }) => broken !== undefined).length;
    return `${needed} of ${findings.length} statements break a flow, and the refusal names each`;
  },
};

const ACCESS_POLICY: Step = {
  title: "Take away the domain's access policy",
  run: async (rehearsal) => {
    const failed = await takeAwayAccessPolicy(rehearsal);
    return `${failed.length} flows from another account fail`;
  },
};

/** What happens to an installation in its life; the changes and the permissions are those of the example one-account. */
export const LIFE_STEPS: readonly Step[] = [
  PERMISSIONS,
  { title: "Change every key that changes in place", run: changeInPlace },
  { title: "Plan every key that replaces or destroys resources", run: planReplacements },
  { title: "Interrupt applies and apply again", run: interruptApplies },
  { title: "Import lost states", run: importLostStates },
];

/** More of that life, for rehearsals that are run by hand: they take minutes. */
export const BY_HAND_STEPS: readonly Step[] = [
  { title: "Add a contact center and retire it", run: addAndRetire },
  { title: "Adopt what is applied from a second configuration", run: adopt },
];

/** How a stack is applied. */
export interface Ways {
  /** Applies a stack that has no content. @default {@link applyStack} */
  readonly aws?: typeof applyStack;
  /** Applies a content stack. @default {@link applyContent} */
  readonly content?: (rehearsal: Rehearsal, stack: RehearsedStack) => Promise<string>;
}

/** The first apply of a stack. OpenSearch starts with the stack of the domain. */
export function applyStep(
  id: string,
  { aws: applyAws = applyStack, content: applyOwn = contentStep }: Ways = {},
): Step {
  return {
    title: `Apply ${id}`,
    run: async (rehearsal) => {
      const stack = stackOf(rehearsal, id);
      if (isContent({ id })) return await applyOwn(aboutDomainOf(rehearsal, id), stack);
      const starting = isDomain({ id }) ? startDomain(aboutDomainOf(rehearsal, id)) : undefined;
      const added = await applyAws(rehearsal, stack);
      await starting;
      return `${added} resources`;
    },
  };
}

async function startDomain({ aws, domain }: Rehearsal): Promise<void> {
  await aws.domain(domain).start(engineOfDomain(domain.engineVersion));
}

async function contentStep(rehearsal: Rehearsal, stack: RehearsedStack): Promise<string> {
  const way = await applyContent(rehearsal, stack);
  if (way.by === "Terraform") return `${way.added} resources`;
  return `by the project's client, because Terraform cannot install ${way.missing.join(", ")}`;
}

export const PLAN_AGAIN: Step = {
  title: "Plan every applied stack again",
  run: async ({ stacks }) => {
    const applied = appliedStacks({ stacks });
    await Promise.all(applied.map(planAgain));
    return `no changes in ${applied.length} stacks`;
  },
};

/** Sign-in to Connect through the applied permission sets. */
export const ASSIGNMENTS: Step = {
  title: "Groups and users have the permission sets of their roles",
  run: async (rehearsal) => `${await checkAssignments(rehearsal)} assignments`,
};

/** Contact events through the applied resources. */
const QUEUE_FLOWS: readonly Step[] = [
  {
    title: "A contact event becomes a number",
    run: async (rehearsal) => seconds(await refreshQueues(rehearsal, WAITING)),
  },
  {
    title: "Other events are ignored",
    run: async (rehearsal) => {
      await ignoreEvents(rehearsal);
      return `${Object.keys(IGNORED_EVENTS).length} kinds of events`;
    },
  },
];

/** Records through the applied resources. */
const RECORD_FLOWS: readonly Step[] = [
  ...RECORD_KINDS.map((kind): Step => ({
    title: `A record becomes a document: ${kind.name}`,
    run: async (rehearsal) => seconds(await deliverRecord(rehearsal, kind)),
  })),
  {
    title: "A record that OpenSearch refuses goes to the backup bucket",
    run: (rehearsal) => backUpRecord(rehearsal),
  },
];

/** Data through the applied resources of a contact center with queue depth. */
export const FLOWS: readonly Step[] = [...QUEUE_FLOWS, ...RECORD_FLOWS];

export const DESTROY_REST: Step = { title: "Destroy the rest", run: destroyRest };

export const REQUESTS_FIT: Step = {
  title: "Every request fits AWS's service models",
  run: ({ aws }) => {
    const problems = [...aws.front.problems];
    if (problems.length > 0) throw new Error(`AWS would refuse:\n${problems.join("\n")}`);
    return Promise.resolve(`${aws.requestCheck.checked} requests, without S3's`);
  },
};

/** The steps after which nothing is left. */
export const TAKE_DOWN_STEPS: readonly Step[] = [
  { title: "Destroy is refused", run: refuseDestroy },
  { title: "Retire and destroy every contact center", run: retireContactCenters },
  DESTROY_REST,
  REQUESTS_FIT,
];

export function stackOf({ stacks }: Rehearsal, id: string): RehearsedStack {
  const found = stacks.find((stack) => stack.id === id);
  if (!found) throw new Error(`There is no stack ${id}.`);
  return found;
}

function seconds(milliseconds: number): string {
  return `after ${(milliseconds / 1_000).toFixed(1)} s`;
}
