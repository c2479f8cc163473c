import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { OpenSearchClient } from "../../workbench/opensearch/client";
import { findJava } from "../../workbench/opensearch/java";
import { OPENSEARCH_BYTES, runMaven } from "../../workbench/opensearch/maven";
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

  test("is fetched from Maven Central where it is not, and says how much of it is there", async () => {
    const repository = mkdtempSync(join(tmpdir(), "switchboard-maven-"));
    const told: number[] = [];
    await runMaven(
      [
        ...["--file", "workbench/opensearch/pom.xml", `-Dmaven.repo.local=${repository}`],
        ...["dependency:build-classpath", `-Dmdep.outputFile=${join(repository, "class-path")}`],
      ],
      (bytes) => told.push(bytes),
    );
    rmSync(repository, { recursive: true });
    expect(told.length).toBeGreaterThan(100);
    expect(told).toEqual([...told].sort((one, other) => one - other));
    // What a bar of progress takes for the whole.
    expect((told.at(-1) ?? 0) / OPENSEARCH_BYTES).toBeCloseTo(1, 1);
  }, 300_000);

  test("says what Maven could not do", async () => {
    await expect(runMaven(["--file", "nowhere.xml", "validate"])).rejects.toThrow(
      /Maven could not fetch OpenSearch .*Check that Maven Central.*nowhere\.xml/s,
    );
  });

  test("says what is missing and how to get it when there is no Java", async () => {
    await expect(findJava({ PATH: "/nonexistent" })).rejects.toThrow(
      /Java is not on the PATH.*openjdk-17-jdk/,
    );
  });
});
