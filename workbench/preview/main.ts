import { startProgram } from "../../cli/start";
import { preview } from "./command";

/** `npm run preview`. */
startProgram(["preview", ...process.argv.slice(2)], [preview]);
