import { loadConfiguration } from "../../../config/load";
import { writeStacks } from "../../../main";
import { report } from "./report";

/** `npm run synth` without its table. */
writeStacks(loadConfiguration());
report();
