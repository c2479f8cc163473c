import type { Rehearsal } from "../../workbench/rehearsal/rehearsal";
import type { Step } from "../../workbench/rehearsal/steps/steps";

/** Tests that need those before them: after the first that failed, the results of later ones would mean nothing. */
export class InOrder {
  #failed: string | undefined;

  async run(title: string, test: () => Promise<unknown>): Promise<void> {
    if (this.#failed !== undefined) throw new Error(`"${this.#failed}" failed before.`);
    this.#failed = title;
    await test();
    this.#failed = undefined;
  }

  /** Runs a step of a rehearsal and writes its result. */
  async step(rehearsal: Rehearsal, { run, title }: Step): Promise<void> {
    await this.run(title, async () => {
      process.stderr.write(`${title}: ${await run(rehearsal)}\n`);
    });
  }
}
