import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { programFolder } from "../emulator/installation";
import type { Rehearsal } from "../rehearsal";

const run = promisify(execFile);
const PROJECT = join(__dirname, "..", "..", "..");

/**
 * Writes import files into the stacks and looks up what only AWS knows, with the commands of docs/operations.md.
 * @param targets value of the option `--imports`
 * @returns the environment for Terraform
 */
export async function writeImports(
  { aws, domain, file, folder }: Rehearsal,
  targets: string,
): Promise<Readonly<Record<string, string>>> {
  const program = ["--import", "tsx", join(PROJECT, "bin", "switchboard.ts")];
  const { stdout: printed } = await run(
    process.execPath,
    [...program, "synth", "--imports", targets, "--out", folder],
    { cwd: PROJECT, env: { ...process.env, SWITCHBOARD_CONFIG: file } },
  );
  const commands = printed.split("\n").filter((line) => line.startsWith("export "));
  const { stdout: variables } = await run("bash", ["-ec", [...commands, "env"].join("\n")], {
    env: {
      PATH: `${await programFolder()}:${process.env["PATH"] ?? ""}`,
      AWS_ENDPOINT_URL: aws.front.url,
      AWS_ACCESS_KEY_ID: domain.account.id,
      AWS_SECRET_ACCESS_KEY: "test",
    },
  });
  return Object.fromEntries(
    [...variables.matchAll(/^(TF_VAR_\w+)=(.*)$/gm)].map(([, name = "", value = ""]) => [
      name,
      value,
    ]),
  );
}
