import { bindings } from "./lib/bindings";

/** Writes the typed bindings of the opensearch provider, unless they are there already. */
async function main(): Promise<void> {
  await bindings((line) => console.log(line));
}

void main();
