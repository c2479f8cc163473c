import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { synthesize } from "../../cli/synthesize";
import type { Configuration, ContactCenter, Domain } from "../../config/configuration";
import { loadConfiguration, parseConfiguration } from "../../config/load";
import { compose } from "../../main";
import { switchboardApp } from "../../modules/shared/app";
import { example } from "../testing/examples";
import { changedConfiguration, type ConfigurationChange } from "./changes/configuration-change";
import { LocalAws } from "./local-aws";
import { singleParts } from "./single-parts";
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
  readonly domain: Domain;
  readonly contactCenter: ContactCenter;
  /** In the order in which they are applied. */
  readonly stacks: readonly RehearsedStack[];
  readonly aws: LocalAws;
  /** What the steps found out for the docs. */
  readonly found: { permissions?: string };
  /** Synthesizes the same stacks again, from the configuration with these changes. */
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
  { file = example(name).file, writeArtifacts = synthesizeInto }: RehearsalOptions = {},
): Promise<Rehearsal> {
  const configuration = loadConfiguration(file);
  const { contactCenter, domain, localAws } = singleParts(name, configuration);
  const folder = await mkdtemp(join(tmpdir(), "switchboard-rehearsed-"));
  await writeArtifacts(folder, configuration);
  const stacks = stackIdsOf(configuration).map((id) => {
    const own = join(folder, "stacks", id);
    return { id, folder: own, terraform: new Terraform(own) };
  });
  const aws = await LocalAws.start(localAws);
  return {
    ...{ file, folder, configuration, domain, contactCenter, stacks, aws, found: {} },
    async synthesizeWith(changes) {
      const text = readFileSync(file, "utf8");
      const changed = changedConfiguration(text, domain.account.name, changes);
      const parsed = parseConfiguration(changed, name);
      await synthesizeInto(folder, parsed);
      // Overrides follow the artifact: a retired contact center has one provider less.
      for (const stack of appliedStacks({ stacks })) {
        if (!isContent(stack)) layOverrides(stack.folder, { awsUrl: aws.front.url });
      }
      return parsed;
    },
    async stop() {
      await aws.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function synthesizeInto(folder: string, configuration: Configuration): Promise<void> {
  await synthesize(configuration, folder, "json");
}

/** Names of the stacks, in the order in which they are applied. */
export function stackIdsOf(configuration: Configuration): readonly string[] {
  const app = switchboardApp(join(tmpdir(), "switchboard-names"));
  return compose(app, configuration).map((stack) => stack.node.id);
}
