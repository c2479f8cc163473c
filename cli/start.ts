import type { Command } from "./command";
import { EXIT } from "./errors";
import { runProgram } from "./program";

/** Runs the program as this process. An error that is ours keeps its stack trace. */
export function startProgram(args: readonly string[], commands: readonly Command[]): void {
  // `switchboard synth | head` closes the pipe before all is written.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    process.exit(EXIT.ok);
  });
  runProgram(args, commands).then(
    (code) => {
      // Whatever is still open must not keep a program that has failed.
      if (code !== EXIT.ok) process.exit(code);
    },
    (error: unknown) => {
      console.error(error);
      process.exit(EXIT.failed);
    },
  );
}
