import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { configurationJsonSchema } from "../config/json-schema";
import { configurationPage } from "../config/reference-page";

/** `npm run docs:configuration`: the schema for editors and the page for people, from one declaration. */
const project = join(__dirname, "..");
const written = {
  [join("config", "switchboard.schema.json")]:
    `${JSON.stringify(configurationJsonSchema(), undefined, 2)}\n`,
  [join("docs", "configuration.md")]: configurationPage(),
};

for (const [path, content] of Object.entries(written)) {
  writeFileSync(join(project, path), content);
  console.log(`Wrote ${path}`);
}
