import { loadConfiguration } from "../../../config/load";
import { writeStacks } from "../../../main";
import { report } from "./report";

/** What `npm run synth` does, without the table. */
writeStacks(loadConfiguration());
report();
