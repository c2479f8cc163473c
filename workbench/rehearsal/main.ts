import { parseArgs } from "node:util";
import { loadConfiguration } from "../../config/load";
import { Progress } from "../preview/progress";
import { example } from "../testing/examples";
import { SECTIONS, amendmentsTable } from "./docs/page";
import { type StepTime, timesTable } from "./docs/times";
import { openRehearsal } from "./rehearsal";
import { DEFAULT_EXAMPLE, stepsOf } from "./steps/steps";

/**
 * `npm run rehearse [example] [-- --docs]`: applies an example to an AWS on this machine, sends data through it and
 * takes it down. At the end, it prints the steps by seconds. With `--docs`, writes what it found out into docs/rehearsal.md.
 */
async function main(args: readonly string[]): Promise<void> {
  const { positionals, values } = parseArgs({
    ...{ args: [...args], allowPositionals: true },
    options: { docs: { type: "boolean", default: false } },
  });
  const [name = DEFAULT_EXAMPLE] = positionals;
  const progress = new Progress();
  const started = Date.now();
  const steps = stepsOf(name, loadConfiguration(example(name).file));
  const rehearsal = await progress.step(`Start AWS for ${name}`, () => openRehearsal(name));
  try {
    const times: StepTime[] = [];
    for (const { run, title } of steps) {
      const began = Date.now();
      await progress.step(
        title,
        () => run(rehearsal),
        (seen) => seen,
      );
      times.push({ title, seconds: (Date.now() - began) / 1_000 });
    }
    progress.say(timesTable(times));
    const requests = rehearsal.aws.front.requests.length + rehearsal.aws.domainRequests.length;
    if (values.docs) {
      SECTIONS.amendments.write(amendmentsTable(rehearsal.aws.amended.all));
      SECTIONS.permissions.write(rehearsal.found.permissions ?? "");
      progress.say("Wrote docs/rehearsal.md");
    }
    progress.say(`${requests} requests, ${Math.round((Date.now() - started) / 1_000)} s`);
  } finally {
    await rehearsal.stop();
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
