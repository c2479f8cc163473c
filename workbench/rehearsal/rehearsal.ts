import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { synthesize } from "../../cli/synthesize";
import type { Configuration, ContactCenter, Domain } from "../../config/configuration";
import { loadConfiguration, parseConfiguration } from "../../config/load";
import { compose } from "../../main";
import { switchboardApp } from "../../modules/shared/app";
import { stackIds } from "../../modules/stacks/stack-ids";
import { example } from "../testing/examples";
import { changedConfiguration, type ConfigurationChange } from "./changes/configuration-change";
import { LocalAws } from "./local-aws";
import { localParts } from "./local-parts";
import { appliedStacks, isContent } from "./steps/stack-kinds";
import { layOverrides } from "./terraform/overrides";
import { Terraform } from "./terraform/terraform";

/** One synthesized stack and the Terraform that applies it. */
export interface RehearsedStack {
  readonly id: string;
  /** Folder with the artifact. */
  readonly folder: string;
  readonly terraform: Terraform;
}

/** What the rehearsal of one example works with. */
export interface Rehearsal {
  /** Path of the configuration. */
  readonly file: string;
  /** Folder of the synthesized stacks. */
  readonly folder: string;
  readonly configuration: Configuration;
  /** The domain that steps and flows are about; see {@link aboutDomainOf}. */
  readonly domain: Domain;
  /** The contact center that steps and flows are about; see {@link aboutContactCenter}. */
  readonly contactCenter: ContactCenter;
  /** In the order in which they are applied. */
  readonly stacks: readonly RehearsedStack[];
  readonly aws: LocalAws;
  /** What the steps found out for the docs. */
  readonly found: { permissions?: string };
  /** Synthesizes the stacks again, from the configuration with these changes; new stacks come last. */
  synthesizeWith(changes: readonly ConfigurationChange[]): Promise<Configuration>;
  stop(): Promise<void>;
}

export interface RehearsalOptions {
  /** Path of the configuration. @default that of the example */
  readonly file?: string;
  /** Writes the artifacts into the folder. @default synthesizes the configuration */
  readonly writeArtifacts?: (folder: string, configuration: Configuration) => Promise<unknown>;
}

/** Writes the artifacts of the example and starts AWS; nothing is applied yet. */
export async function openRehearsal(
  name: string,
  options: RehearsalOptions = {},
): Promise<Rehearsal> {
  const { file = example(name).file } = options;
  const aws = await LocalAws.start(localParts(name, loadConfiguration(file)).localAws);
  const rehearsal = await rehearsalOn(aws, { ...options, file });
  return {
    ...rehearsal,
    async stop() {
      await aws.stop();
      await rehearsal.stop();
    },
  };
}

/** Writes the artifacts of a configuration for an AWS that is started already. */
export async function rehearsalOn(
  aws: LocalAws,
  { file, writeArtifacts = synthesizeInto }: RehearsalOptions & { readonly file: string },
): Promise<Rehearsal> {
  const configuration = loadConfiguration(file);
  const [contactCenter] = configuration.contactCenters;
  const [domain] = configuration.domains;
  if (!contactCenter || !domain) throw new Error(`${file} has no contact center or no domain.`);
  const folder = await mkdtemp(join(tmpdir(), "switchboard-rehearsed-"));
  await writeArtifacts(folder, configuration);
  const stacks = stackIdsOf(configuration).map((id) => rehearsedStack(folder, id));
  return {
    ...{ file, folder, configuration, domain, contactCenter, stacks, aws, found: {} },
    async synthesizeWith(changes) {
      const parsed = changedConfigurationOf({ file, domain }, changes);
      await synthesizeInto(folder, parsed);
      const ids = stackIdsOf(parsed);
      const added = ids.filter((id) => stacks.every((stack) => stack.id !== id));
      stacks.push(...added.map((id) => rehearsedStack(folder, id)));
      // Overrides follow the artifact: a retired contact center has one provider less.
      for (const stack of appliedStacks({ stacks })) {
        if (!isContent(stack)) layOverrides(stack.folder, { awsUrl: aws.front.url });
      }
      return parsed;
    },
    async stop() {
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The same rehearsal, with steps and flows about this contact center and its domain. */
export function aboutContactCenter(rehearsal: Rehearsal, contactCenter: ContactCenter): Rehearsal {
  return { ...rehearsal, contactCenter, domain: contactCenter.domain };
}

/**
 * The same rehearsal, with steps about the domain that the stack creates or fills.
 * @param id of the stack
 */
export function aboutDomainOf(rehearsal: Rehearsal, id: string): Rehearsal {
  const domain = rehearsal.configuration.domains.find((each) =>
    [stackIds.analyticsDomain(each), stackIds.analyticsContent(each)].includes(id),
  );
  if (!domain) throw new Error(`${id} is the stack of no domain.`);
  return { ...rehearsal, domain };
}

/** The configuration of the rehearsal with these changes. */
export function changedConfigurationOf(
  { domain, file }: Pick<Rehearsal, "domain" | "file">,
  changes: readonly ConfigurationChange[],
): Configuration {
  const text = readFileSync(file, "utf8");
  return parseConfiguration(changedConfiguration(text, domain.account.name, changes), file);
}

/** The stack whose artifact lies in the folder of synthesized stacks. */
export function rehearsedStack(folder: string, id: string): RehearsedStack {
  const own = join(folder, "stacks", id);
  return { id, folder: own, terraform: new Terraform(own) };
}

/** Writes the artifacts of the configuration into the folder. */
export async function synthesizeInto(folder: string, configuration: Configuration): Promise<void> {
  await synthesize(configuration, folder, "json");
}

/** Names of the stacks, in the order in which they are applied. */
export function stackIdsOf(configuration: Configuration): readonly string[] {
  const app = switchboardApp(join(tmpdir(), "switchboard-names"));
  return compose(app, configuration).map((stack) => stack.node.id);
}
