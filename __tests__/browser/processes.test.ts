import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../../workbench/testing/free-port";
import { API, type PreviewState } from "../../workbench/preview/api";
import { isAlive } from "../../workbench/preview/kept-data";
import { PreviewProcess, until } from "../../workbench/testing/preview-process";

const TIMEOUT_MS = 600_000;
/** Small, so that it is there soon. */
const SIZE = ["--contacts-per-day", "20"];
const started: PreviewProcess[] = [];

function start(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): PreviewProcess {
  const size = args.includes("--records") ? [] : SIZE;
  const preview = new PreviewProcess([...size, ...args], environment);
  started.push(preview);
  return preview;
}

afterAll(() => {
  for (const preview of started) preview.kill("SIGKILL");
});

const newFolder = (): string => mkdtempSync(join(tmpdir(), "switchboard-kept-"));

function enginePid(preview: PreviewProcess): number {
  const children = readFileSync(
    `/proc/${preview.child.pid}/task/${preview.child.pid}/children`,
    "utf8",
  );
  const java = children
    .trim()
    .split(" ")
    .find((pid) => readFileSync(`/proc/${pid}/comm`, "utf8").trim() === "java");
  if (java === undefined) throw new Error("No Java process.");
  return Number(java);
}

test(
  "Ctrl+C ends it in order and leaves nothing behind",
  async () => {
    const port = await freePort();
    const preview = start(["--port", String(port)]);
    await preview.says(/✓ Filling agent events and queues: [\d,]+ agent events/);
    const java = enginePid(preview);
    const state = (await (
      await fetch(`http://127.0.0.1:${port}${API.state}`)
    ).json()) as PreviewState;
    expect(state.contacts).toBeGreaterThan(0);

    preview.kill("SIGINT");
    expect(await preview.ended()).toBe(130);
    expect(preview.output).toMatch(/Ending\.\n$/);
    expect(preview.left).toEqual([]);
    expect(isAlive(java)).toBe(false);
    await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow("fetch failed");
  },
  TIMEOUT_MS,
);

test(
  "own records are shown in place of the simulation, wrong lines are named",
  async () => {
    const port = await freePort();
    const records = newFolder();
    const contact = {
      ContactId: "1",
      InitiationTimestamp: "2026-03-02T10:00:00Z",
      LastUpdateTimestamp: "2026-03-02T10:05:00Z",
      InitiationMethod: "INBOUND",
      Channel: "VOICE",
    };
    writeFileSync(join(records, "own.ndjson"), `${JSON.stringify(contact)}\noops\n`);
    const preview = start(["--port", String(port), "--records", records]);
    await preview.says("Ctrl+C ends it.");

    expect(preview.output).toContain("own.ndjson, line 2, byte ");
    expect(preview.output).toContain("2 records: 1 stored");
    expect(preview.output).toContain(`http://127.0.0.1:${port}/#from=2026-03-`);
    const state = (await (
      await fetch(`http://127.0.0.1:${port}${API.state}`)
    ).json()) as PreviewState;
    expect(state).toMatchObject({ contacts: 1, phase: "records" });

    preview.kill("SIGINT");
    expect(await preview.ended()).toBe(130);
    expect(preview.left).toEqual([]);
  },
  TIMEOUT_MS,
);

test(
  "two at once, OpenSearch killed under it, itself killed: a clear message, and the next start works",
  async () => {
    const port = String(await freePort());
    const kept = newFolder();
    const first = start(["--port", port, "--keep", kept]);
    await first.says("Ctrl+C ends it.");

    const samePort = start(["--port", port]);
    expect(await samePort.ended()).toBe(1);
    expect(samePort.output).toBe(
      `\nPort ${port} is taken, perhaps by another preview: http://127.0.0.1:${port}/. ` +
        `End that, or choose another port: npm run preview -- --port ${Number(port) + 1}\n`,
    );
    const sameFolder = start(["--port", String(await freePort()), "--keep", kept]);
    expect(await sameFolder.ended()).toBe(1);
    expect(sameFolder.output).toBe(
      `\n${kept} is in use by another preview (process ${first.child.pid}). ` +
        "End that, or keep the data elsewhere.\n",
    );

    process.kill(enginePid(first), "SIGKILL");
    expect(await first.ended()).toBe(1);
    expect(first.output).toMatch(/OpenSearch has ended, and not because the preview asked it to/);
    expect(first.output).not.toMatch(/\n {4}at /);
    expect(first.left).toEqual([]);

    const second = start(["--port", port, "--keep", kept]);
    await second.says("Ctrl+C ends it.");
    const java = enginePid(second);
    second.kill("SIGKILL");
    await second.ended();
    await until(() => !isAlive(java));
    expect(isAlive(java)).toBe(false);

    const third = start(["--port", port, "--keep", kept]);
    await third.says(/✓ Filling agent events and queues/);
    third.kill("SIGTERM");
    expect(await third.ended()).toBe(130);
    expect(third.left).toEqual([]);
  },
  TIMEOUT_MS,
);

test(
  "once, with pictures: it writes one of each dashboard for a desk and for a phone, and ends",
  async () => {
    const folder = newFolder();
    const args = ["--port", String(await freePort()), "--once", "--screenshot", folder];
    const preview = start(args);
    expect(await preview.ended()).toBe(0);
    const topics = ["", "-queues", "-agents", "-contacts"];
    const dashboards = [
      ...topics.map((topic) => `switchboard-main-overview${topic}`),
      ...[...topics, "-wall"].map((topic) => `switchboard-support-dashboard${topic}`),
    ];
    expect(preview.output).toContain(`✓ Taking pictures: ${2 * dashboards.length} in `);
    expect(preview.left).toEqual([]);
    const widths = readdirSync(folder).map((file) => [
      file,
      widthOf(readFileSync(join(folder, file))),
    ]);
    expect(Object.fromEntries(widths)).toEqual(
      Object.fromEntries(
        dashboards.flatMap((id) => [
          [`${id}-phone.png`, 390],
          [`${id}.png`, 1440],
        ]),
      ),
    );
  },
  TIMEOUT_MS,
);

/** In pixels, from the header of a PNG. */
function widthOf(png: Buffer): number {
  expect(png.subarray(1, 4).toString()).toBe("PNG");
  return png.readUInt32BE(16);
}

test(
  "killed while it runs, it leaves neither Java nor anything that it stored behind",
  async () => {
    const preview = start(["--port", String(await freePort())]);
    await preview.says("Ctrl+C ends it.");
    const java = enginePid(preview);
    preview.kill("SIGKILL");
    await preview.ended();
    await until(() => !isAlive(java));
    expect(preview.left).toEqual([]);
  },
  TIMEOUT_MS,
);

test("killed while it starts, it leaves no Java behind", async () => {
  const preview = start(["--port", String(await freePort())]);
  let java = 0;
  await until(() => {
    try {
      java = enginePid(preview);
    } catch {
      return false;
    }
    return true;
  });
  expect(isAlive(java)).toBe(true);
  preview.kill("SIGKILL");
  await preview.ended();
  await until(() => !isAlive(java));
  expect(isAlive(java)).toBe(false);
});

describe("what is missing is said in a line, with how to get it", () => {
  test("Java", async () => {
    const preview = start(["--port", String(await freePort())], {
      PATH: "/nowhere",
      JAVA_HOME: "",
    });
    expect(await preview.ended()).toBe(1);
    expect(preview.output).toMatch(/Java is not on the PATH.*apt-get install openjdk-\d+-jdk/s);
    expect(preview.output).not.toMatch(/\n {4}at /);
  });

  test("a configuration that is right", async () => {
    const preview = start(["--port", String(await freePort())], {
      SWITCHBOARD_CONFIG: "/nowhere.yaml",
    });
    expect(await preview.ended()).toBe(1);
    expect(preview.output).toMatch(/there is no such file; set SWITCHBOARD_CONFIG/);
  });

  test("an option that exists", async () => {
    const preview = start(["--colour"]);
    expect(await preview.ended()).toBe(2);
    expect(preview.output).toMatch(/Unknown option '--colour'/);
  });
});
