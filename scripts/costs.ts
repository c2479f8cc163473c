import { costTables, SECTIONS } from "../workbench/docs/cost-tables";

/** `npm run docs:costs`: writes the tables of docs/costs.md from the cost model. */
for (const [name, text] of Object.entries(costTables())) {
  SECTIONS[name as keyof typeof SECTIONS].write(text);
}
console.log("Wrote docs/costs.md");
