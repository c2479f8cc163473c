import { loadConfiguration } from "../../config/load";
import type { SavedObject } from "../../dashboards/objects/saved-object";
import { refreshQueues } from "../../workbench/rehearsal/flows/queue-flow";
import { indexOf, RECORD_KINDS } from "../../workbench/rehearsal/flows/record-flow";
import {
  openRehearsal,
  type Rehearsal,
  type RehearsedStack,
  stackIdsOf,
} from "../../workbench/rehearsal/rehearsal";
import { applyByClient, contentClient } from "../../workbench/rehearsal/steps/apply-content";
import { applyWithOverrides } from "../../workbench/rehearsal/steps/apply-stack";
import { contactCenterOf, isContent } from "../../workbench/rehearsal/steps/stack-kinds";
import {
  applyStep,
  FLOWS,
  PLAN_AGAIN,
  stackOf,
  type Step,
  TAKE_DOWN_STEPS,
} from "../../workbench/rehearsal/steps/steps";
import { deliverAll } from "../../workbench/rehearsal/upgrade/deliver-all";
import {
  requestsOfPage,
  requestsOfProgram,
  sendRequests,
  upgradePage,
} from "../../workbench/rehearsal/upgrade/documented-requests";
import { unpackArtifacts } from "../../workbench/rehearsal/upgrade/kept-artifacts";
import { replaceStored } from "../../workbench/rehearsal/upgrade/newer-copy";
import {
  applyReleaseContent,
  releasedObjects,
} from "../../workbench/rehearsal/upgrade/release-content";
import { simulateDays, type SimulatedDays } from "../../workbench/rehearsal/upgrade/simulated-days";
import { storedDocuments } from "../../workbench/rehearsal/upgrade/stored-documents";
import { upgradeStack } from "../../workbench/rehearsal/upgrade/upgrade-stack";
import type { Change } from "../../workbench/rehearsal/terraform/plan-output";
import { savedObjectsOf } from "../../workbench/testing/configured";
import { NAMED_IN_THE_CHANGELOG } from "../terraform/upgrade/named-in-the-changelog";
import { configurationFileOf } from "../terraform/upgrade/releases";
import { InOrder } from "./in-order";
import { checkPlanted, PLANTED_FAULTS } from "./planted-faults";
import { CHANGED_PANELS, INDEXED_LATER, rowOf, WITHOUT_ROWS } from "./upgrade/changed-panels";
import { undocumented } from "./upgrade/planned-changes";
import { artifactsFile, lastRelease, REHEARSED } from "./upgrade/releases";
import {
  differing,
  type Shown,
  showPanels,
  type Viewed,
  withoutRows,
} from "./upgrade/shown-panels";

const RELEASE = lastRelease();
const FILE = configurationFileOf(RELEASE, REHEARSED);
const STACK_IDS = stackIdsOf(loadConfiguration(FILE));
/** The slowest stack takes two minutes on two quiet processors, and several times that on busy ones. */
const STEP_MS = 480_000;
/** A number that no other step uses. */
const WAITING = 5;
/** Enough for a panel to show more than chance. */
const FEW_DOCUMENTS = 300;
/** Releases whose lifecycle policies never lift the write block of a merge. */
const LEAVING_WRITE_BLOCKS = ["0.1.0"];
const [CONTACT_RECORDS, AGENT_EVENTS] = RECORD_KINDS;
const CHANGED = CHANGED_PANELS[RELEASE] ?? [];
const EMPTY = WITHOUT_ROWS[RELEASE] ?? [];
const INDEXED = INDEXED_LATER[RELEASE] ?? [];

/** What the release has stored, and what panels show of it before the upgrade. */
interface Before {
  readonly days: SimulatedDays;
  readonly viewed: Viewed;
  readonly documents: Readonly<Record<string, unknown>>;
  /** Panels of the release. */
  readonly released: Shown;
  /** Panels of this version. */
  readonly current: Shown;
}

describe(`The upgrade of ${REHEARSED} from ${RELEASE}`, () => {
  let rehearsal: Rehearsal;
  let before: Before;
  const inOrder = new InOrder();
  const step = (each: Step): Promise<void> => inOrder.step(rehearsal, each);
  const show = (objects: readonly SavedObject[], viewed: Viewed): Promise<Shown> =>
    showPanels(rehearsal.aws.domain(rehearsal.domain).openSearch, objects, viewed);
  const currentObjects = (): readonly SavedObject[] =>
    savedObjectsOf(rehearsal.domain, [rehearsal.contactCenter]);
  /** Ids of the panels on the dashboards of the contact center and over all, in alphabetical order. */
  const onBoth = (panels: readonly { readonly id: string }[]): readonly string[] => {
    const { contactCenter, domain } = rehearsal;
    const prefixes = [contactCenter.names.dashboard, domain.names.overview];
    return panels.flatMap(({ id }) => prefixes.map((prefix) => `${prefix}-${id}`)).sort();
  };
  const titlesOf = (panels: readonly { readonly title: string }[]): string =>
    panels.map(({ title }) => `*${title}*`).join(" and ");
  const upgrade = async (stack: RehearsedStack): Promise<readonly Change[]> =>
    await upgradeStack(
      rehearsal,
      stack,
      NAMED_IN_THE_CHANGELOG[RELEASE]?.[`${REHEARSED}/${stack.id}`] ?? [],
    );

  beforeAll(async () => {
    rehearsal = await openRehearsal(REHEARSED, {
      file: FILE,
      writeArtifacts: (folder) => unpackArtifacts(artifactsFile(RELEASE, REHEARSED), folder),
    });
  }, STEP_MS);

  afterAll(async () => {
    await rehearsal.stop();
  }, STEP_MS);

  describe("before", () => {
    const ways = {
      aws: applyWithOverrides,
      content: async (_: Rehearsal, { folder }: RehearsedStack) =>
        `${await applyReleaseContent(await contentClient(rehearsal), folder)} requests`,
    };
    it.each(STACK_IDS.map((id) => applyStep(id, ways)))("$title", step, STEP_MS);

    it(
      "stores records, events and queue metrics, which every panel shows",
      () =>
        inOrder.step(rehearsal, {
          title: "Store documents",
          run: async ({ contactCenter, stacks }) => {
            await refreshQueues(rehearsal, WAITING);
            const queuesRead = new Date();
            const days = simulateDays(contactCenter);
            const contacts = await deliverAll(rehearsal, CONTACT_RECORDS, days.records);
            const events = await deliverAll(rehearsal, AGENT_EVENTS, days.events);
            const viewed: Viewed = {
              ...{ from: days.from, until: days.until },
              now: (indices) => (indices.includes("agent-events") ? days.busy : queuesRead),
            };
            const content = stacks.find(isContent);
            before = {
              ...{ days, viewed, documents: await storedDocuments(rehearsal) },
              released: await show(releasedObjects(content?.folder ?? ""), viewed),
              current: await show(currentObjects(), viewed),
            };

            expect(contacts).toBeGreaterThan(FEW_DOCUMENTS);
            expect(events).toBeGreaterThan(FEW_DOCUMENTS);
            expect(Object.keys(before.documents)).toHaveLength(contacts + events);
            for (const shown of [before.released, before.current]) {
              expect(Object.keys(shown).length).toBeGreaterThan(40);
            }
            expect(withoutRows(before.released)).toEqual([]);
            expect(withoutRows(before.current)).toEqual(onBoth(EMPTY));
            expect(upgradePage(RELEASE)).toContain(`${titlesOf(EMPTY)} have no rows`);
            return `${contacts} contacts, ${events} agent events`;
          },
        }),
      STEP_MS,
    );

    if (LEAVING_WRITE_BLOCKS.includes(RELEASE)) {
      it("has merged indices, on which its policy leaves a write block", () =>
        inOrder.run("block", async () => {
          const indices = `${indexOf(rehearsal, CONTACT_RECORDS)}*`;
          const block = { "index.blocks.write": true };
          const { openSearch } = rehearsal.aws.domain(rehearsal.domain);
          await openSearch.put(`${indices}/_settings`, block);
        }));
    }
  });

  describe("the upgrade", () => {
    it(
      "finds a replaced stream",
      () =>
        inOrder.run("fault", async () => {
          await rehearsal.synthesizeWith([]);
          const replacement = PLANTED_FAULTS.find(({ name }) => name === "a replacement");
          if (!replacement) throw new Error("No fault replaces a stream.");
          const fault = {
            ...replacement,
            check: (_: Rehearsal, stack: RehearsedStack) => upgrade(stack),
          };
          await expect(checkPlanted(rehearsal, contactCenterOf(rehearsal), fault)).rejects.toThrow(
            /The upgrade of contact-center-support would\n[^]* {2}delete and create aws_kinesis_stream\./,
          );
        }),
      STEP_MS,
    );

    it.each(STACK_IDS)(
      "changes of %s what docs/upgrading.md says, and destroys no resource",
      (id) =>
        inOrder.step(rehearsal, {
          title: `Upgrade ${id}`,
          run: async () => {
            if (isContent({ id })) {
              await applyByClient(rehearsal);
              return "by the project's client";
            }
            const changes = await upgrade(stackOf(rehearsal, id));

            expect(undocumented(upgradePage(RELEASE), id, changes)).toEqual([]);
            return `${changes.length} changes`;
          },
        }),
      STEP_MS,
    );

    it(PLAN_AGAIN.title, () => step(PLAN_AGAIN), STEP_MS);

    it(
      "ends with the requests of docs/upgrading.md and of `switchboard content --existing-indices`",
      () =>
        inOrder.step(rehearsal, {
          title: "Send the documented requests",
          run: async ({ contactCenter, file }) => {
            const page = requestsOfPage(RELEASE, contactCenter);
            const program = await requestsOfProgram(file);
            const unsent = await sendRequests(await contentClient(rehearsal), [
              ...page,
              ...program,
            ]);
            const sent = page.length + program.length - unsent.length;

            expect(program).not.toEqual([]);
            expect(unsent.filter((path) => !path.includes("/change_policy/"))).toEqual([]);
            return `${sent} sent, ${unsent.length} need the plugin index state management`;
          },
        }),
      STEP_MS,
    );
  });

  describe("after", () => {
    const CURRENT = ["As of"];
    let after: Shown;

    it("every document is there, with the same id and source", () =>
      inOrder.run("documents", async () => {
        expect(await storedDocuments(rehearsal)).toEqual(before.documents);
      }));

    it("every panel shows the same as before, but for fields that the requests have indexed", () =>
      inOrder.run("panels", async () => {
        after = await show(currentObjects(), before.viewed);

        expect(differing(before.current, after, CURRENT)).toEqual(onBoth(INDEXED));
        expect(upgradePage(RELEASE)).toContain(`${titlesOf(INDEXED)} count stored contacts`);
      }));

    it("the panels that show something else than those of the release are in docs/upgrading.md", () =>
      inOrder.run("changed panels", () => {
        const { contactCenter, domain } = rehearsal;
        const changed = CHANGED.flatMap(({ dashboards, id }) => [
          `${domain.names.overview}-${id}`,
          ...(dashboards === "both" ? [`${contactCenter.names.dashboard}-${id}`] : []),
        ]);
        const rows = upgradePage(RELEASE).match(/^\| \*.*$/gm) ?? [];

        const ofRelease = Object.entries(after).filter(([id]) => id in before.released);
        expect(differing(before.released, Object.fromEntries(ofRelease), CURRENT)).toEqual(
          [...changed].sort(),
        );
        expect(rows).toEqual(CHANGED.map(rowOf));
        return Promise.resolve();
      }));

    it.each(FLOWS)("$title", step, STEP_MS);

    it(
      "a newer copy replaces the document of a contact that the release has stored",
      () =>
        inOrder.run("newer copy", async () => {
          const [record] = before.days.records;
          if (!record) throw new Error("There are no records.");
          await replaceStored(rehearsal, CONTACT_RECORDS, record);
        }),
      STEP_MS,
    );
  });

  describe("the end", () => {
    it.each(TAKE_DOWN_STEPS)("$title", step, STEP_MS);
  });
});
