import { COMMANDS } from "../cli/commands";
import { startProgram } from "../cli/start";
import { bindings } from "./lib/bindings";

/** `npm run synth` and `npm run synth:hcl`; the npm package brings the bindings. */
void bindings((line) => console.log(line)).then(() => {
  startProgram(["synth", ...process.argv.slice(2)], COMMANDS);
});
