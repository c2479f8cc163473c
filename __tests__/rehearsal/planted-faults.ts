import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { refreshQueues } from "../../workbench/rehearsal/flows/queue-flow";
import type { RehearsedStack, Rehearsal } from "../../workbench/rehearsal/rehearsal";
import { applyInOrder, planAgain } from "../../workbench/rehearsal/steps/apply-stack";
import { UNREFRESHED } from "../../workbench/rehearsal/terraform/terraform";

/** A fault of the artifact, and the check of the rehearsal that finds it. */
export interface PlantedFault {
  readonly name: string;
  /** Changes the artifact in place. */
  readonly plant: (artifact: Mutable) => void;
  readonly check: (rehearsal: Rehearsal, stack: RehearsedStack) => Promise<unknown>;
  /** Message of the check's error. */
  readonly says: RegExp;
}

type Block = Record<string, unknown>;
type Mutable = { readonly [Part in "resource" | "data"]: Record<string, Record<string, Block>> };

const PATIENCE_MS = 10_000;
const SLOW_POLICY_MS = 10_000;

const afterApply =
  (waiting: number) =>
  async (rehearsal: Rehearsal, { terraform }: RehearsedStack): Promise<unknown> => {
    await terraform.apply(UNREFRESHED);
    return await refreshQueues(rehearsal, waiting, PATIENCE_MS);
  };

export const PLANTED_FAULTS: readonly PlantedFault[] = [
  {
    name: "a perpetual diff",
    plant: (artifact) => {
      one(artifact, "aws_cloudwatch_log_group")["tags"] = { planted: "${timestamp()}" };
    },
    check: async (_, stack) => {
      await stack.terraform.apply(UNREFRESHED);
      await planAgain(stack);
    },
    says: /second plan of contact-center-support is not empty:\n {2}update aws_cloudwatch_log_group\./,
  },
  {
    name: "a replacement",
    plant: (artifact) => {
      one(artifact, "aws_kinesis_stream")["name"] = "another-name";
    },
    check: (_, stack) => planAgain(stack),
    says: /delete and create aws_kinesis_stream\./,
  },
  {
    name: "a wrong id in an environment variable",
    plant: (artifact) => {
      const { variables } = one(artifact, "aws_lambda_function")["environment"] as {
        variables: Block;
      };
      variables["CONNECT_INSTANCE_ID"] = "99999999-bbbb-cccc-dddd-111111111111";
    },
    check: afterApply(201),
    says: /The number 201 in the queue metrics did not happen/,
  },
  {
    name: "a missing action",
    plant: ({ data }) => {
      const documents = Object.entries(data["aws_iam_policy_document"] ?? {});
      const [, reader] =
        documents.find(([name]) => name.startsWith("queue-depth_reader_perm")) ?? [];
      const statements = reader?.["statement"] as { actions: string[] }[];
      for (const statement of statements) {
        statement.actions = statement.actions.map((action) =>
          action === "connect:GetCurrentMetricData" ? "connect:ListQueues" : action,
        );
      }
    },
    check: afterApply(202),
    says: /not authorized to perform: connect:GetCurrentMetricData/,
  },
  {
    name: "a missing depends_on",
    plant: (artifact) => {
      const streams = artifact.resource["aws_kinesis_firehose_delivery_stream"] ?? {};
      for (const stream of Object.values(streams)) delete stream["depends_on"];
    },
    check: async ({ aws }, { folder, terraform }) => {
      const types = ["aws_kinesis_firehose_delivery_stream", "aws_iam_role_policy"];
      const made = types.flatMap((type) =>
        Object.keys(readArtifact(folder).resource[type] ?? {})
          .filter((name) => !name.startsWith("queue-depth"))
          .map((name) => `${type}.${name}`),
      );
      await terraform.destroy({ ...UNREFRESHED, targets: made });
      const { delays } = aws.front;
      aws.front.delays = { PutRolePolicy: SLOW_POLICY_MS };
      try {
        await applyInOrder(aws, () => terraform.apply(UNREFRESHED));
      } finally {
        aws.front.delays = delays;
      }
    },
    says: /CreateDeliveryStream[^]*is not authorized to perform/,
  },
];

/** Plants the fault, runs its check, and takes the fault out of the artifact again. */
export async function checkPlanted(
  rehearsal: Rehearsal,
  stack: RehearsedStack,
  { check, plant }: PlantedFault,
): Promise<unknown> {
  const file = join(stack.folder, "cdk.tf.json");
  const text = readFileSync(file, "utf8");
  const artifact = JSON.parse(text) as Mutable;
  plant(artifact);
  writeFileSync(file, JSON.stringify(artifact));
  try {
    return await check(rehearsal, stack);
  } finally {
    writeFileSync(file, text);
  }
}

/** The first resource of a type. */
function one({ resource }: Mutable, type: string): Block {
  const [first] = Object.values(resource[type] ?? {});
  if (!first) throw new Error(`There is no ${type}.`);
  return first;
}

function readArtifact(folder: string): Mutable {
  return JSON.parse(readFileSync(join(folder, "cdk.tf.json"), "utf8")) as Mutable;
}
