import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { stringify } from "yaml";
import { ContentFixture } from "./fixture";
import { contacts, folder } from "./record-folder";

const COUNT = 20_000;

test("killed in the middle, the same command continues and stores every record", async () => {
  const alias = "files-killed";
  const fixture = await ContentFixture.start({ alias });
  const records = folder();
  const work = folder();
  writeFileSync(join(records, "a"), contacts("a", COUNT / 2).join(""));
  writeFileSync(join(records, "b.gz"), gzipSync(contacts("b", COUNT / 2).join("\n") + "\noops\n"));
  const checkpoint = join(work, "checkpoint");
  const replay = (): ChildProcess => program({ alias, checkpoint, records, work, fixture });

  const first = replay();
  while (!existsSync(checkpoint) || readFileSync(checkpoint, "utf8").split("\n").length < 5) {
    expect(first.exitCode).toBeNull();
    await sleep(20);
  }
  first.kill("SIGKILL");
  await exited(first);
  await fixture.client.refresh("*");
  const before = await fixture.client.count(`${fixture.center.names.contactRecordIndex}*`);
  expect(before).toBeGreaterThan(0);
  expect(before).toBeLessThan(COUNT);

  const second = await output(replay());
  const third = await output(replay());

  const summary =
    "20,001 records: 20,000 stored, 0 superseded by a newer copy, 0 expired, 1 refused";
  expect(second).toContain(`${summary}\n  1 refused: not a JSON object\n`);
  // Every file is done: nothing is sent, and the summary is that of all runs.
  expect(third).toContain(summary);
  await fixture.client.refresh("*");
  const index = `${fixture.center.names.contactRecordIndex}*`;
  expect(await fixture.client.count(index)).toBe(COUNT);
  expect(readFileSync(join(work, "refused.ndjson"), "utf8")).toContain("b.gz, line 10001, byte ");
});

interface ProgramProps {
  readonly alias: string;
  readonly checkpoint: string;
  readonly records: string;
  readonly work: string;
  readonly fixture: ContentFixture;
}

function program({ alias, checkpoint, fixture, records, work }: ProgramProps): ChildProcess {
  const configuration = join(work, "switchboard.yaml");
  writeFileSync(
    configuration,
    stringify({
      accounts: { main: { id: "111122223333", region: "eu-central-1" } },
      domains: [{ create: { size: "dev" } }],
      contactCenters: [
        {
          alias,
          timeZone: "Europe/Berlin",
          instance: { id: "aaaaaaaa-bbbb-cccc-dddd-111111111111" },
        },
      ],
    }),
  );
  const root = join(__dirname, "..", "..", "..");
  const args = ["--in", records, "--url", fixture.client.url, "--checkpoint", checkpoint];
  return spawn(
    process.execPath,
    [
      "--import",
      "tsx",
      join(root, "bin", "switchboard.ts"),
      "replay",
      ...args,
      "--refused",
      join(work, "refused.ndjson"),
    ],
    { cwd: root, env: { ...process.env, SWITCHBOARD_CONFIG: configuration } },
  );
}

async function exited(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  await new Promise((resolve) => child.once("exit", resolve));
}

async function output(child: ChildProcess): Promise<string> {
  let text = "";
  child.stdout?.on("data", (chunk: Buffer) => (text += chunk.toString()));
  child.stderr?.on("data", (chunk: Buffer) => (text += chunk.toString()));
  await new Promise((resolve) => child.once("close", resolve));
  return text;
}
