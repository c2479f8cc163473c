import { ConfigurationError } from "../config/problems";
import { packageVersion } from "../modules/shared/project-folder";
import { columns, type Command } from "./command";
import { CommandError, EXIT, UsageError } from "./errors";
import { nearest } from "./nearest";

/** Why a folder cannot be written, as Node.js calls it. */
const UNWRITABLE: readonly string[] = ["EACCES", "EEXIST", "ENOSPC", "ENOTDIR", "EPERM", "EROFS"];

/**
 * Runs one command and returns the exit code. What the user can mend is said in lines of standard error;
 * any other error is thrown.
 */
export async function runProgram(
  args: readonly string[],
  commands: readonly Command[],
): Promise<number> {
  try {
    return await run(args, commands);
  } catch (error) {
    const explained = explain(error);
    const hint = explained instanceof UsageError ? `\n${hintFor(args, commands)}` : "";
    process.stderr.write(`${explained.message}${hint}\n`);
    return explained.exitCode;
  }
}

async function run(args: readonly string[], commands: readonly Command[]): Promise<number> {
  const [first, ...rest] = args;
  if (first === undefined) throw new UsageError(`Name a command.\n\n${overview(commands)}`);
  if (["--help", "-h", "help"].includes(first)) return say(overview(commands));
  if (["--version", "-v"].includes(first)) return say(packageVersion());
  const command = commands.find(({ name }) => name === first);
  if (!command) throw new UsageError(unknown(first, commands));
  if (rest.includes("--help") || rest.includes("-h")) return say(command.help);
  await command.run(rest);
  return EXIT.ok;
}

function say(text: string): number {
  console.log(text);
  return EXIT.ok;
}

function overview(commands: readonly Command[]): string {
  return [
    "switchboard <command> [options]",
    columns(commands.map(({ name, summary }) => [name, summary])),
    columns([
      ["--help", "show this text; after a command, its options"],
      ["--version", "show the version"],
    ]),
    "The configuration is switchboard.yaml, or the file that SWITCHBOARD_CONFIG names.\n" +
      "Exit codes: 0 done, 1 errors in the configuration or in what a command works on, 2 errors in the command line.",
  ].join("\n\n");
}

function unknown(given: string, commands: readonly Command[]): string {
  const names = commands.map(({ name }) => name);
  const close = nearest(given, names);
  return close === undefined
    ? `There is no command ${given}, use one of ${names.join(", ")}.`
    : `There is no command ${given}, did you mean ${close}?`;
}

function hintFor([first]: readonly string[], commands: readonly Command[]): string {
  const named = commands.some(({ name }) => name === first) ? `${first} ` : "";
  return `See switchboard ${named}--help.`;
}

function explain(error: unknown): CommandError {
  if (error instanceof CommandError) return error;
  if (error instanceof ConfigurationError) return new CommandError(error.message, { cause: error });
  const { code = "", path } = error as NodeJS.ErrnoException;
  if (path !== undefined && UNWRITABLE.includes(code)) {
    const message = `${path} cannot be written (${code}), make room for it or name another folder with --out`;
    return new CommandError(message, { cause: error });
  }
  throw error;
}
