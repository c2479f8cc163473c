import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { OpenSearchClient } from "../../workbench/opensearch/client";
import { ENGINES, chosenEngine, engineOfDomain } from "../../workbench/opensearch/engines";
import { findJava } from "../../workbench/opensearch/java";
import { runMaven } from "../../workbench/opensearch/maven";
import { type OpenSearchNode, startOpenSearch } from "../../workbench/opensearch/node";
import { actingAs } from "../../workbench/opensearch/security";

describe("the local OpenSearch", () => {
  let node: OpenSearchNode | undefined;
  afterEach(() => node?.stop());

  test("keeps what it stored over a restart, and leaves nothing behind when it stops", async () => {
    node = await startOpenSearch({ heap: "512m", shortLived: true });
    const client = new OpenSearchClient(node.url);
    await client.put("kept/_doc/1?refresh", { kept: true });

    await node.restart();
    expect(await client.get("kept/_doc/1")).toMatchObject({ _source: { kept: true } });
    expect(existsSync(node.logFile)).toBe(true);

    await node.stop();
    expect(existsSync(node.logFile)).toBe(false);
    await expect(client.get("/")).rejects.toThrow("fetch failed");
  });

  test("with the security plugin knows callers by role and refuses everyone else", async () => {
    node = await startOpenSearch({ heap: "512m", shortLived: true, security: true });
    const send = (headers: Readonly<Record<string, string>>) => {
      return new OpenSearchClient(node?.url ?? "", headers).send("GET", "_cluster/health");
    };

    expect((await send(node.administrator)).status).toBe(200);
    expect((await send(actingAs("arn:aws:iam::111122223333:role/stranger"))).status).toBe(403);
    expect((await send({})).status).toBe(401);
  });

  test("is the release of the engine version that the environment names", async () => {
    node = await startOpenSearch({ heap: "512m", shortLived: true });
    const { version } = await new OpenSearchClient(node.url).get<{
      readonly version: { readonly number: string };
    }>("/");

    expect(version.number).toBe(ENGINES[chosenEngine()].release);
  });

  test("refuses an engine version that the table does not have", () => {
    expect(() => chosenEngine({ SWITCHBOARD_OPENSEARCH: "1.3" })).toThrow(
      "SWITCHBOARD_OPENSEARCH is 1.3; the workbench starts 2.19 or 3.5.",
    );
    expect(chosenEngine({})).toBe("2.19");
    expect(engineOfDomain("OpenSearch_3.5", {})).toBe("3.5");
    expect(engineOfDomain("OpenSearch_2.17", {})).toBe("2.19");
    expect(engineOfDomain("OpenSearch_3.5", { SWITCHBOARD_OPENSEARCH: "2.19" })).toBe("2.19");
  });

  test.each(Object.values(ENGINES))(
    "$release is fetched from Maven Central where it is not, and says how much of it is there",
    async ({ bytes, release }) => {
      const repository = mkdtempSync(join(tmpdir(), "switchboard-maven-"));
      const told: number[] = [];
      await runMaven(
        [
          ...["--file", "workbench/opensearch/pom.xml", `-Dmaven.repo.local=${repository}`],
          `-Dopensearch.version=${release}`,
          ...["dependency:build-classpath", `-Dmdep.outputFile=${join(repository, "class-path")}`],
        ],
        (soFar) => told.push(soFar),
      );
      rmSync(repository, { recursive: true });
      expect(told.length).toBeGreaterThan(100);
      expect(told).toEqual([...told].sort((one, other) => one - other));
      // What a bar of progress takes for the whole.
      expect((told.at(-1) ?? 0) / bytes).toBeCloseTo(1, 1);
    },
    300_000,
  );

  test("says what Maven could not do", async () => {
    await expect(runMaven(["--file", "nowhere.xml", "validate"])).rejects.toThrow(
      /Maven could not fetch OpenSearch .*Check that Maven Central.*nowhere\.xml/s,
    );
  });

  describe("the Java that it runs on", () => {
    let folder: string;
    beforeEach(() => {
      folder = mkdtempSync(join(tmpdir(), "switchboard-java-"));
    });
    afterEach(() => rmSync(folder, { recursive: true }));

    /** A program that prints a version as Java does. */
    const jdk = (name: string, version: number): string => {
      const bin = join(folder, name, "bin");
      mkdirSync(bin, { recursive: true });
      writeFileSync(join(bin, "java"), `#!/bin/sh\necho 'openjdk version "${version}.0.1"' >&2\n`);
      chmodSync(join(bin, "java"), 0o755);
      return bin;
    };

    test("is JAVA_HOME's where that is new enough", async () => {
      const [home, onPath] = [jdk("home", 21), jdk("path", 25)];
      const environment = { JAVA_HOME: join(folder, "home"), PATH: onPath };
      await expect(findJava(21, environment, [])).resolves.toBe(join(home, "java"));
    });

    test("is an installed JDK where JAVA_HOME's and the PATH's are too old", async () => {
      const newer = jdk("installed/jdk-25", 25);
      jdk("installed/jdk-17", 17);
      const environment = { JAVA_HOME: join(folder, "installed/jdk-17"), PATH: jdk("path", 17) };
      await expect(findJava(21, environment, [[join(folder, "installed"), ""]])).resolves.toBe(
        join(newer, "java"),
      );
    });

    test("is named in the error with the newest version found where all are too old", async () => {
      await expect(findJava(21, { PATH: jdk("path", 17) }, [])).rejects.toThrow(
        /Java 17 is too old for this version of OpenSearch\. Install a JDK 21 or later .*openjdk-21-jdk/,
      );
    });

    test("is asked for in the error where there is none", async () => {
      await expect(findJava(17, { PATH: "/nonexistent" }, [])).rejects.toThrow(
        /Java is not on the PATH.*openjdk-17-jdk/,
      );
    });
  });
});
