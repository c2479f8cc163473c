import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App } from "cdktf";
import type { Configuration } from "../../../config/configuration";
import { parseConfiguration } from "../../../config/load";

/** A folder of its own for one test file; the returned function removes it. */
export function workFolder(name: string): { readonly folder: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), `switchboard-${name}-`));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Synthesizes what `add` adds for this configuration; a second time into the same folder replaces it. */
export function synthesize(
  folder: string,
  yaml: string,
  add: (app: App, configuration: Configuration) => void,
): void {
  const app = new App({ outdir: folder, skipValidation: true });
  add(app, parseConfiguration(yaml, "test.yaml"));
  app.synth();
}
