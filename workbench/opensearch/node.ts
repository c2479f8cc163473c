import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { stringify } from "yaml";
import { findArtifacts } from "./artifacts";
import { findJava } from "./java";
import { type JavaProcess, launchJava } from "./process";
import { ADMINISTRATOR, SECURITY_PLUGIN, prepareSecurity } from "./security";

/** Enough for a hundred thousand documents; a benchmark asks for more. */
const DEFAULT_HEAP = "1g";

const READY_TIMEOUT_MS = 90_000;
const READY_PAUSE_MS = 200;

/**
 * A new node spends a third of two processors on compiling itself well. Measured on two processors: 5,400 to
 * 5,900 contacts filled a second in the first 20 s, with the usual compiler 4,300 to 4,700; after two minutes
 * the usual one is ahead, by 1.3 times.
 */
const SHORT_LIVED = ["-XX:TieredStopAtLevel=1", "-XX:+UseParallelGC"];

/** Takes one line of progress. */
export type Say = (line: string) => void;

export interface OpenSearchOptions {
  /** Heap of the Java process, such as `2g`. Default: 1g. */
  readonly heap?: string;
  /** Run with the security plugin, as fine-grained access control does. Default: without. */
  readonly security?: boolean;
  /**
   * For a node that runs for minutes: Java compiles it quickly and not so well, and collects garbage
   * with less care for pauses. Default: as a node that runs for days.
   */
  readonly shortLived?: boolean;
  /** More node settings, under their full names. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /**
   * Folder in which the node keeps what it stores, for a later start. One node at a time may use it.
   * Default: a temporary one, which goes with the node however that ends.
   */
  readonly keepIn?: string;
  /** Where progress goes. Default: nowhere. */
  readonly say?: Say;
}

/** A running OpenSearch of one node, reachable from this machine only. */
export interface OpenSearchNode {
  readonly url: string;
  /** Headers of a caller who may do everything; none without the security plugin. */
  readonly administrator: Readonly<Record<string, string>>;
  /** Everything that the node logs, slow queries and audit messages included. */
  readonly logFile: string;
  /** Folder of what goes with the node, or is kept with it. */
  readonly home: string;
  /** The Java process. */
  readonly pid: number;
  /** Resolves when the Java process ends, for whatever reason. */
  readonly exited: Promise<unknown>;
  /** Ends the node and, unless it was to be kept, deletes all that it stored. */
  stop(): Promise<void>;
  /** Ends the node and starts it again on the same port with what it stored. */
  restart(): Promise<void>;
}

/**
 * Starts a real OpenSearch. It ends with `stop()`, and with this program, however that ends.
 */
export async function startOpenSearch(options: OpenSearchOptions = {}): Promise<OpenSearchNode> {
  const { keepIn, security = false, say = () => undefined } = options;
  const java = await findJava();
  const artifacts = await findArtifacts({ security, say });
  const home = keepIn ?? (await mkdtemp(join(tmpdir(), "switchboard-opensearch-")));
  const config = join(home, "node_1", "config");
  await mkdir(config, { recursive: true });
  const logFile = join(home, "opensearch.log");
  const settings = {
    ...nodeSettings(basename(home)),
    ...(artifacts.securityFolder && (await prepareSecurity(config, artifacts.securityFolder))),
    ...options.settings,
  };
  await writeFile(join(home, "log4j2.properties"), logSettings(logFile));

  const launch = async (port: number): Promise<JavaProcess> => {
    await writeFile(join(home, "opensearch.yml"), stringify({ ...settings, "http.port": port }));
    return await launchJava({
      java,
      jvmArguments: [
        ...(options.shortLived ? SHORT_LIVED : []),
        ...jvmArguments(home, options.heap ?? DEFAULT_HEAP, artifacts.classPath),
      ],
      mainArguments: [
        home,
        keepIn === undefined ? "delete" : "keep",
        ...(security ? [SECURITY_PLUGIN] : []),
      ],
      home,
      keepsHome: keepIn !== undefined,
      logFile,
    });
  };

  say("Starting OpenSearch");
  let running = await launch(0);
  const url = `http://127.0.0.1:${running.port}`;
  const administrator = security ? ADMINISTRATOR : {};
  await waitUntilReady(url, administrator);
  say(`OpenSearch answers at ${url}`);
  return {
    url,
    administrator,
    logFile,
    home,
    get pid() {
      return running.pid;
    },
    get exited() {
      return running.exited;
    },
    async stop() {
      await running.end(keepIn === undefined ? "delete" : "keep");
      // One that was killed could not do so itself.
      if (keepIn === undefined) await rm(home, { recursive: true, force: true });
    },
    async restart() {
      await running.end("keep");
      running = await launch(running.port);
      await waitUntilReady(url, administrator);
    },
  };
}

function nodeSettings(clusterName: string): Readonly<Record<string, unknown>> {
  return {
    "cluster.name": clusterName,
    "node.roles": ["cluster_manager", "data", "ingest"],
    "discovery.type": "single-node",
    "network.host": "127.0.0.1",
    "transport.port": 0,
    // A laptop's disk is fuller than a server's may be; the node's data are small and temporary.
    "cluster.routing.allocation.disk.threshold_enabled": false,
  };
}

function jvmArguments(home: string, heap: string, jars: string): readonly string[] {
  return [
    `-Xms${heap}`,
    `-Xmx${heap}`,
    `-Djava.io.tmpdir=${home}`,
    `-Dlog4j2.configurationFile=${join(home, "log4j2.properties")}`,
    "-Dlog4j2.disable.jmx=true",
    "-Dio.netty.noUnsafe=true",
    "-classpath",
    jars,
  ];
}

function logSettings(file: string): string {
  return [
    "status = error",
    "appender.file.type = File",
    "appender.file.name = file",
    `appender.file.fileName = ${file}`,
    "appender.file.layout.type = PatternLayout",
    "appender.file.layout.pattern = [%d{ISO8601}][%-5p][%c{1.}] %m%n",
    "rootLogger.level = info",
    "rootLogger.appenderRef.file.ref = file",
    "",
  ].join("\n");
}

/** The node listens before it has recovered its indices, and before the security plugin has its roles. */
async function waitUntilReady(
  url: string,
  headers: Readonly<Record<string, string>>,
): Promise<void> {
  const deadline = Date.now() + READY_TIMEOUT_MS;
  let last = "no answer";
  while (Date.now() < deadline) {
    const answer = await fetch(`${url}/_cluster/health?wait_for_status=yellow&timeout=5s`, {
      headers,
    }).catch(() => undefined);
    if (answer?.ok) return;
    last = answer ? `${answer.status} ${await answer.text()}` : last;
    await setTimeout(READY_PAUSE_MS);
  }
  throw new Error(`OpenSearch listens at ${url} but did not become ready; last answer: ${last}`);
}
