import { readFileSync, writeFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stringify } from "yaml";
import { synthesize } from "../../../cli/synthesize";
import { refreshQueues } from "../flows/queue-flow";
import { deliverRecord, RECORD_KINDS, streamOf } from "../flows/record-flow";
import { type Rehearsal, rehearsalOn, stackIdsOf } from "../rehearsal";
import { layOverrides } from "../terraform/overrides";
import type { Change } from "../terraform/plan-output";
import { applyContent } from "./apply-content";
import { applyUnless, planAgain } from "./apply-stack";
import { destroyStacks, retireContactCenters } from "./destroy";
import { leftovers } from "./leftovers";
import { appliedStacks, isContent } from "./stack-kinds";

/** Name of the second installation: two installations share a domain under two names only. */
const NAME = "adopting";
/** Stands for the local endpoint in the configuration. */
const ENDPOINT = "adopted-domain.example.com";
/** Numbers that no other step uses. */
const WAITING = { adopting: 71, adopted: 72, afterwards: 73 };
/** Types of the resources that are adopted. */
const ADOPTED = [
  ...["aws_kms_key", "aws_kms_alias", "aws_opensearch_domain", "aws_kinesis_stream"],
  ...["aws_connect_instance", "aws_connect_instance_storage_config"],
];

/**
 * Adopts domain, key, streams and Connect instance of the applied installation from a second configuration with states
 * of its own, sends data through the adopted streams, and destroys the second installation.
 * @throws if a plan creates what is adopted, if a second plan is not empty, or if the end changes the first installation
 */
export async function adopt(rehearsal: Rehearsal): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "switchboard-adopting-"));
  try {
    const file = join(folder, "switchboard.yaml");
    await writeFile(file, stringify(await adoptingConfiguration(rehearsal)));
    return await adoptFrom(file, rehearsal);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function adoptFrom(file: string, rehearsal: Rehearsal): Promise<string> {
  const { host } = new URL(rehearsal.aws.domain(rehearsal.domain).url);
  const adopting = await rehearsalOn(rehearsal.aws, {
    file,
    writeArtifacts: async (outdir, configuration) => {
      await synthesize(configuration, outdir, "json");
      for (const id of stackIdsOf(configuration)) replaceEndpoint(join(outdir, "stacks", id), host);
    },
  });
  try {
    const created = await applyAll(adopting);
    await Promise.all(appliedStacks(adopting).map(planAgain));
    await deliverToBoth(rehearsal, adopting);
    await retireContactCenters(adopting);
    await destroyStacks(appliedStacks(adopting));
    await requireUntouched(rehearsal);
    return `${created} resources beside the adopted ones, all destroyed afterwards`;
  } finally {
    await adopting.stop();
  }
}

/** The same account, domain and contact center, with the ARNs of what is applied. */
async function adoptingConfiguration(rehearsal: Rehearsal): Promise<object> {
  const { aws, contactCenter, domain, stacks } = rehearsal;
  const { id: account, name, region } = contactCenter.account;
  const accountStack = stacks.find(({ id }) => id === `account-${name}`);
  const keyArn = (await accountStack?.terraform.outputs())?.["key_arn"];
  const [records, events] = RECORD_KINDS.map((kind) => ({
    stream: { arn: streamOf(aws, contactCenter, kind), keyArn },
  }));
  const { arn, contentRoleArn, engineVersion, replicas } = domain;
  return {
    name: NAME,
    accounts: { [name]: { id: account, region, keyArn } },
    domains: [{ adopt: { arn, contentRoleArn, endpoint: ENDPOINT, engineVersion, replicas } }],
    contactCenters: [
      {
        ...{ alias: contactCenter.alias, timeZone: contactCenter.timeZone },
        instance: { id: aws.instanceOf(contactCenter).id },
        ...{ contactRecords: records, agentEvents: events },
      },
    ],
  };
}

/** The configuration takes no port, which the local endpoint has. */
function replaceEndpoint(folder: string, host: string): void {
  const artifact = join(folder, "cdk.tf.json");
  writeFileSync(artifact, readFileSync(artifact, "utf8").replaceAll(ENDPOINT, host));
}

/** @returns how many resources are created */
async function applyAll(adopting: Rehearsal): Promise<number> {
  const changes: Change[] = [];
  for (const stack of adopting.stacks) {
    if (isContent(stack)) {
      await applyContent(adopting, stack);
      continue;
    }
    const { folder, terraform } = stack;
    await terraform.initWithoutBackend();
    await terraform.validate();
    layOverrides(folder, { awsUrl: adopting.aws.front.url });
    await terraform.init();
    changes.push(...(await applyUnless(adopting, stack, "The adoption", isAdopted)));
  }
  return changes.filter(({ address }) => !address.startsWith("output.")).length;
}

function isAdopted({ address }: Change): boolean {
  return ADOPTED.includes(address.replace(/\..*/, ""));
}

/** A record on an adopted stream becomes a document of each installation. */
async function deliverToBoth(adopted: Rehearsal, adopting: Rehearsal): Promise<void> {
  await refreshQueues(adopting, WAITING.adopting);
  await refreshQueues(adopted, WAITING.adopted);
  for (const kind of RECORD_KINDS) {
    await deliverRecord(adopting, kind);
    await deliverRecord(adopted, kind);
  }
}

/** @throws if a plan of the first installation is not empty, or if AWS has something of the second one */
async function requireUntouched(rehearsal: Rehearsal): Promise<void> {
  const left = (await leftovers(rehearsal.aws)).filter((line) => line.includes(NAME));
  if (left.length > 0) throw new Error(`Left of the second installation:\n${left.join("\n")}`);
  await Promise.all(appliedStacks(rehearsal).map(planAgain));
  await refreshQueues(rehearsal, WAITING.afterwards);
  for (const kind of RECORD_KINDS) await deliverRecord(rehearsal, kind);
}
