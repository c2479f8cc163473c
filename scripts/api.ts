import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { apiPage } from "./lib/api-page";

/** Writes docs/api.md from the declarations: `npm run docs:api`. */
const path = join(__dirname, "..", "docs", "api.md");
writeFileSync(path, apiPage());
console.log(`Wrote ${path}`);
