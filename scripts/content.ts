import { COMMANDS } from "../cli/commands";
import { startProgram } from "../cli/start";

/** `npm run content`. */
startProgram(["content", ...process.argv.slice(2)], COMMANDS);
