import { relative } from "node:path";
import { parseArgs } from "node:util";
import { loadConfigurationOrExit } from "../config/load";
import { bindings } from "./lib/bindings";
import type { Form, SynthesizedStack } from "./lib/synthesize";
import { table } from "./lib/table";

/** Why a folder cannot be written, as Node.js calls it. */
const UNWRITABLE: readonly string[] = ["EACCES", "EEXIST", "ENOSPC", "ENOTDIR", "EPERM", "EROFS"];

/** `npm run synth` and `npm run synth:hcl`: writes every stack and says what to type next. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { hcl: { type: "boolean", default: false }, out: { type: "string" } },
  });
  const form: Form = values.hcl ? "hcl" : "json";
  await bindings((line) => console.log(line));
  // Only now: what it imports needs the bindings.
  const { OUTPUT_FOLDERS, synthesize } = await import("./lib/synthesize");
  const outdir = values.out ?? OUTPUT_FOLDERS[form];
  const stacks = await synthesize(loadConfigurationOrExit(), outdir, form);
  console.log(
    table(
      ["stack", "account", "Region", "resources", "next command"],
      stacks.map((synthesized) => rowOf(synthesized, form, values.out)),
    ),
  );
  for (const { stack } of stacks) {
    for (const note of stack.notes) console.log(`\n${stack.node.id}: ${note}`);
  }
}

function rowOf(
  { folder, resources, stack }: SynthesizedStack,
  form: Form,
  out: string | undefined,
): (string | number)[] {
  const { id, name, region } = stack.account;
  const next =
    form === "json" && out === undefined
      ? `npx cdktf deploy ${stack.node.id}`
      : `terraform -chdir=${fromHere(folder)} init`;
  return [stack.node.id, `${name} (${id})`, region, resources, next];
}

/** Relative where that is shorter to type, and in quotes where a shell would take it apart. */
function fromHere(folder: string): string {
  const inside = relative(process.cwd(), folder);
  const path = inside.startsWith("..") ? folder : inside;
  return /^[\w./-]+$/.test(path) ? path : `'${path}'`;
}

/** What the user can mend is said in a line; anything else is our mistake and keeps its stack trace. */
function explain(error: unknown): never {
  const { code = "", message, path } = error as NodeJS.ErrnoException;
  if (code.startsWith("ERR_PARSE_ARGS")) fail(message);
  if (path !== undefined && UNWRITABLE.includes(code)) {
    fail(`${path} cannot be written (${code}), make room for it or name another folder with --out`);
  }
  throw error;
}

function fail(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

main().catch(explain);
