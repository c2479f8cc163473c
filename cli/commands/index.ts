import type { Command } from "../command";
import { applyContentCommand } from "./apply-content";
import { backfill } from "./backfill";
import { content } from "./content";
import { cost } from "./cost";
import { diffContent } from "./diff-content";
import { init } from "./init";
import { report } from "./report";
import { replayFailed } from "./replay";
import { synth } from "./synth";
import { validate } from "./validate";

/** In the order in which they are first used. */
export const COMMANDS: readonly Command[] = [
  init,
  validate,
  cost,
  synth,
  content,
  diffContent,
  applyContentCommand,
  backfill,
  report,
  replayFailed,
];
