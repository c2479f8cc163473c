import { parseArgs } from "node:util";
import { UsageError } from "./errors";
import { argumentError } from "./nearest";

/** A command of the program. What it needs beyond its command line is imported when it runs. */
export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** Text of `--help`. */
  readonly help: string;
  /** @param args - what follows the command's name */
  run(args: readonly string[]): Promise<void> | void;
}

/** An option with a value. */
export interface TextOption {
  /** Stands for the value in the help. */
  readonly value: string;
  readonly description: string;
  /** @default none */
  readonly default?: string;
}

/** An option that is given or not. */
export interface FlagOption {
  readonly description: string;
}

export type Options = Readonly<Record<string, TextOption | FlagOption>>;

export type Values<O extends Options> = {
  readonly [N in keyof O]: O[N] extends { readonly default: string }
    ? string
    : O[N] extends TextOption
      ? string | undefined
      : boolean;
};

export interface CommandProps<O extends Options> {
  readonly name: string;
  readonly summary: string;
  /** Paragraphs after the options. @default none */
  readonly details?: string;
  readonly options: O;
  run(values: Values<O>): Promise<void> | void;
}

/** A command that takes options only. */
export function command<const O extends Options>(props: CommandProps<O>): Command {
  const { name, options, summary } = props;
  return {
    name,
    summary,
    help: helpOf(props),
    run: (args) => props.run(parse(options, args)),
  };
}

/** `util.parseArgs` is part of Node.js; strict, it refuses what is unknown and names it. */
function parse<O extends Options>(options: O, args: readonly string[]): Values<O> {
  const known = Object.entries(options).map(([name, option]) => [
    name,
    "value" in option
      ? { type: "string" as const, ...(option.default && { default: option.default }) }
      : { type: "boolean" as const, default: false },
  ]);
  try {
    const parsed = parseArgs({
      args: [...args],
      options: Object.fromEntries(known) as Record<string, { type: "string" | "boolean" }>,
    });
    return parsed.values as Values<O>;
  } catch (error) {
    throw new UsageError(argumentError(error, Object.keys(options)), { cause: error });
  }
}

function helpOf<O extends Options>({ details, name, options, summary }: CommandProps<O>): string {
  const rows = Object.entries(options).map(([option, it]) => {
    const left = "value" in it ? `--${option} ${it.value}` : `--${option}`;
    const right =
      "default" in it && it.default !== undefined
        ? `${it.description} (${it.default})`
        : it.description;
    return [left, right] as const;
  });
  return [
    `switchboard ${name}${rows.length > 0 ? " [options]" : ""}`,
    `${summary}.`,
    ...(rows.length > 0 ? [columns([...rows, ["--help", "show this text"]])] : []),
    ...(details === undefined ? [] : [details]),
  ].join("\n\n");
}

/** Two columns, indented; the second begins at the same place in every line. */
export function columns(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`).join("\n");
}
