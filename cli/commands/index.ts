import type { Command } from "../command";
import { backfill } from "./backfill";
import { content } from "./content";
import { init } from "./init";
import { replayFailed } from "./replay";
import { synth } from "./synth";
import { validate } from "./validate";

/** In the order in which they are first used. */
export const COMMANDS: readonly Command[] = [
  init,
  validate,
  synth,
  content,
  backfill,
  replayFailed,
];
