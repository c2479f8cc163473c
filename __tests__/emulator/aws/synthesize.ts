import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App } from "cdktf";
import type { Configuration } from "../../../config/configuration";
import { parseConfiguration } from "../../../config/load";

export interface WorkFolder {
  /** Where synthesis writes. State lies beside it, as in the project. */
  readonly out: string;
  readonly remove: () => void;
}

/** A folder of its own for one test file. */
export function workFolder(name: string): WorkFolder {
  const folder = mkdtempSync(join(tmpdir(), `switchboard-${name}-`));
  return {
    out: join(folder, "cdktf.out"),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Synthesizes what `add` adds for this configuration; a second time into the same place replaces it. */
export function synthesize(
  out: string,
  yaml: string,
  add: (app: App, configuration: Configuration) => void,
): void {
  const app = new App({ outdir: out, skipValidation: true });
  add(app, parseConfiguration(yaml, "test.yaml"));
  app.synth();
}
