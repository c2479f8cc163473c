import { COMMANDS } from "../cli/commands";
import { startProgram } from "../cli/start";
import { bindings } from "./lib/bindings";

/** `npm run content`; the npm package brings the bindings, which the imports need. */
void bindings((line) => {
  // Standard output may hold commands alone, so that a shell can be given it.
  console.error(line);
}).then(() => {
  startProgram(["content", ...process.argv.slice(2)], COMMANDS);
});
