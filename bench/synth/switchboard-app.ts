import { loadConfiguration } from "../../config/load";
import { compose } from "../../main";
import { switchboardApp } from "../../modules/shared/app";
import { report } from "./report";

/** What `npm run synth` does, without the table. */
const app = switchboardApp();
compose(app, loadConfiguration());
app.synth();
report();
