import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { layOverride, terraform } from "../terraform";
import { stateFile } from "./releases";
import type { Plan } from "./state-of-plan";

export interface KeptStack {
  readonly release: string;
  readonly example: string;
  readonly stack: string;
}

/** Plans a synthesized stack over the state that is kept of a release. */
export async function planOverRelease(
  folder: string,
  stubUrl: string,
  { example, release, stack }: KeptStack,
): Promise<Plan> {
  layOverride(folder, stubUrl, join(folder, "cdk.tf.json"));
  copyFileSync(stateFile(release, example, stack), join(folder, "test.tfstate"));
  await terraform(folder, "init", "-input=false", "-no-color");
  await terraform(
    folder,
    ...["plan", "-input=false", "-no-color", "-lock=false", "-refresh=false", "-out=plan"],
  );
  return JSON.parse(await terraform(folder, "show", "-json", "plan")) as Plan;
}
