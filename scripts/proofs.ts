import { PROOFS } from "../workbench/proofs/proofs";
import { SECTION, proofsTable } from "../workbench/proofs/table";

/** `npm run docs:proofs`: writes the table of docs/proofs.md from its declaration. */
SECTION.write(proofsTable(PROOFS));
console.log("Wrote docs/proofs.md");
