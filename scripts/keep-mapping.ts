import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { EVENT_KINDS, mappingOf } from "../fields";
import {
  RELEASED_MAPPINGS,
  releasedMappings,
  type ReleasedMapping,
} from "../fields/released-mappings";

/**
 * `npm run mappings:keep`: keeps today's mappings as the next file, after parameters of a field have
 * changed. What synthesis prints for indices that exist then leaves that field out.
 */
const commit = execFileSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" }).trim();
const mappings = Object.fromEntries(EVENT_KINDS.map((kind) => [kind.name, mappingOf(kind)]));
const file = `${String(releasedMappings().length + 1).padStart(4, "0")}.json`;
const kept: ReleasedMapping = { commit, mappings };
writeFileSync(join(RELEASED_MAPPINGS, file), `${JSON.stringify(kept, null, 2)}\n`);
console.log(`Wrote ${file}`);
