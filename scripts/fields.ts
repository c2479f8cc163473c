import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fieldsPage } from "../fields/page";

/** Writes docs/fields.md from the declaration: `npm run docs:fields`. */
const path = join(__dirname, "..", "docs", "fields.md");
writeFileSync(path, fieldsPage());
console.log(`Wrote ${path}`);
