/** What a command ends with. */
export const EXIT = {
  ok: 0,
  /** The configuration, or what a command works on, has errors. */
  failed: 1,
  /** The command line cannot be understood. */
  usage: 2,
} as const;

/** Something that a person can put right: shown without a stack trace. */
export class CommandError extends Error {
  public override readonly name: string = "CommandError";
  public readonly exitCode: number = EXIT.failed;
}

/** The command line has errors. */
export class UsageError extends CommandError {
  public override readonly name = "UsageError";
  public override readonly exitCode = EXIT.usage;
}
