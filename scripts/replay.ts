import { COMMANDS } from "../cli/commands";
import { startProgram } from "../cli/start";

/** `npm run replay`. */
startProgram(["replay", ...process.argv.slice(2)], COMMANDS);
