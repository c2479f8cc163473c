import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { programFolder } from "../emulator/installation";
import type { Rehearsal } from "../rehearsal";
import { runSwitchboard } from "./run-switchboard";

const run = promisify(execFile);

/**
 * Writes import files into the stacks and looks up what only AWS knows, with the commands of docs/operations.md.
 * @param targets value of the option `--imports`
 * @returns the environment for Terraform
 */
export async function writeImports(
  { aws, domain, file, folder }: Rehearsal,
  targets: string,
): Promise<Readonly<Record<string, string>>> {
  const printed = await runSwitchboard(["synth", "--imports", targets, "--out", folder], file);
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
