import { setTimeout } from "node:timers/promises";
import type { AlertSettings, ContactCenter, Domain } from "../../../config/configuration";
import { alertSettings } from "../../../config/resolve-alerts";
import { OpenSearchClient } from "../../../workbench/opensearch/client";
import { type OpenSearchNode, startOpenSearch } from "../../../workbench/opensearch/node";
import { actingAs } from "../../../workbench/opensearch/security";
import { toEnvironment } from "../../../lambdas/queue-depth/settings";
import { applyAccess, applyTemplates } from "../../../workbench/opensearch/apply-content";
import { contentFor } from "../../../modules/opensearch-content/content/content";
import { contentProps } from "../../../modules/stacks/content-props";
import type { QueueDepthDocument } from "../../../fields";
import { packageLambda } from "../../../modules/shared/lambda-package";
import { ConnectApiStandIn } from "../../../workbench/simulator/connect-api";
import { SimulatedInstance } from "../../../workbench/simulator/connect-instance";
import { datapointsIn } from "../../../workbench/simulator/embedded-metrics";
import { DomainProxy } from "../../../workbench/simulator/domain-proxy";
import { LambdaEnvironment } from "../../../workbench/simulator/lambda-environment";
import { center as centerFile, configurationWith } from "../../config/base-file";
import { expectOnlySnapshots, Reader } from "./reader";

const INVOCATION_MS = 90_000;
/** The reader reads ten times a second. */
const SEEN_BY_THEN_MS = 1_000;
/** A restart takes as long as a start, longer on a busy machine. */
const PATIENCE_MS = 300_000;

/**
 * With the deployed content and the security plugin: requests are signed, and the proxy passes the
 * signer's role to the domain, as the managed service does.
 */
describe("a domain with fine-grained access control", () => {
  let node: OpenSearchNode;
  let admin: OpenSearchClient;
  let proxy: DomainProxy;
  let connect: ConnectApiStandIn;
  let reader: LambdaEnvironment;
  let center: ContactCenter;
  const instance = new SimulatedInstance();
  const [queue] = instance.addQueues(2);
  /** Role whose signature the proxy passes on. */
  let signer: string;

  beforeAll(async () => {
    const { contactCenters, domains } = configurationWith((file) => {
      centerFile(file)["alerts"] = {
        abandoned: {
          metric: "abandonedLastHourPercent",
          above: 20,
          atLeastContacts: 1,
          businessHours: false,
        },
      };
    });
    const [first, domain] = [contactCenters[0], domains[0]] as [ContactCenter, Domain];
    center = first;
    signer = center.queueDepthRoleArn;
    node = await startOpenSearch({ heap: "512m", shortLived: true, security: true });
    admin = new OpenSearchClient(node.url, node.administrator);
    const content = contentFor(contentProps(domain, contactCenters));
    await applyTemplates(admin, content);
    await applyAccess(admin, content);
    connect = await ConnectApiStandIn.start();
    connect.add(instance);
    proxy = await DomainProxy.start({
      target: node.url,
      identify: ({ headers }) => {
        expect(headers.authorization).toMatch(
          /^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE\/\d{8}\/eu-central-1\/es\/aws4_request/,
        );
        return actingAs(signer);
      },
    });
    reader = await startReader();
  });

  const startReader = (alerts?: AlertSettings): Promise<LambdaEnvironment> =>
    LambdaEnvironment.start({
      file: packageLambda("queue-depth").codeFile,
      environment: {
        ...toEnvironment({
          contactCenter: center.alias,
          instanceId: instance.id,
          domainUrl: proxy.url,
          depthIndex: center.names.queueDepthIndex,
          historyIndex: center.names.queueDepthHistoryIndex,
          historyRotation: "day",
          share: { position: 0, of: 1 },
          ...(alerts && { alerts }),
        }),
        AWS_REGION: "eu-central-1",
        AWS_ACCESS_KEY_ID: "AKIDEXAMPLE",
        AWS_SECRET_ACCESS_KEY: "example",
        AWS_ENDPOINT_URL_CONNECT: connect.url,
      },
    });

  afterAll(async () => {
    await reader.stop();
    await proxy.stop();
    await connect.stop();
    await node.stop();
  });

  const event = () =>
    reader.invoke(
      { Records: [{ messageId: "1", attributes: { SentTimestamp: String(Date.now()) } }] },
      INVOCATION_MS,
    );
  const waiting = async (): Promise<number | undefined> => {
    const answer = await admin.get<{ _source: QueueDepthDocument }>(
      `${center.names.queueDepthIndex}/_doc/total`,
    );
    return answer._source.Waiting;
  };
  const change = (inQueue: number): void => {
    if (queue) instance.set(queue, "VOICE", { inQueue });
  };

  test("lets the function's role write the numbers and their history", async () => {
    change(3);

    expect(await event()).toMatchObject({ ok: true });

    expect(await waiting()).toBe(3);
    await admin.refresh(`${center.names.queueDepthHistoryIndex}*`);
    // The total, and the one queue and channel that is not empty.
    expect(await admin.count(`${center.names.queueDepthHistoryIndex}*`)).toBe(2);
  });

  test("removes a deleted queue with the rights of that role", async () => {
    const [second] = instance.addQueues(1);
    expect(await event()).toMatchObject({ ok: true });
    if (second) instance.queues.delete(second.id);

    expect(await event()).toMatchObject({ ok: true });

    await admin.refresh(center.names.queueDepthIndex);
    expect(await admin.count(center.names.queueDepthIndex)).toBe(2 * 4 + 1);
  });

  test("lets the function's role search contact records for an alert, and claim its minute", async () => {
    const { contactRecordIndex } = center.names;
    const { alerts, timeZone } = center;
    await admin.put(`${contactRecordIndex}-2026/_doc/1?refresh=true&pipeline=_none&routing=1`, {
      ContactId: "1",
      InitiationTimestamp: new Date(Date.now() - 60_000).toISOString(),
      Queued: true,
      AbandonedShare: 1,
    });
    const alerting = await startReader(alertSettings(alerts, { contactRecordIndex, timeZone }));

    const invocation = await alerting.invoke(
      { Records: [{ messageId: "1", attributes: { SentTimestamp: String(Date.now()) } }] },
      INVOCATION_MS,
    );
    await alerting.stop();

    expect(invocation).toMatchObject({ ok: true });
    const lines = alerting.output.join("").split("\n");
    expect(datapointsIn(lines)).toContainEqual(
      expect.objectContaining({ metricName: "AbandonedLastHour", value: 100 }),
    );
  });

  test("refuses every other role, and the batch fails at once", async () => {
    signer = "arn:aws:iam::111122223333:role/stranger";
    change(5);

    expect(await event()).toMatchObject({ ok: false });

    expect(await waiting()).toBe(3);
    signer = center.queueDepthRoleArn;
  });

  test(
    "may restart during a refresh: a reader gets no answer for a while, or correct metrics",
    async () => {
      const watching = new Reader(admin, center.names.queueDepthIndex, { mayBeDown: true });
      change(7);
      const restarted = node.restart();
      await setTimeout(200);

      const invocation = await event();
      await restarted;

      // If the restart took longer than the invocation, the next refresh succeeds.
      if (!invocation.ok) expect(await event()).toMatchObject({ ok: true });
      expect(await waiting()).toBe(7);
      await setTimeout(SEEN_BY_THEN_MS);
      await watching.stop();
      expect(watching.readings.at(-1)?.waiting).toBe(7);
      expect(watching.unanswered).not.toEqual([]);
      expectOnlySnapshots(watching, connect, instance.id);
    },
    PATIENCE_MS,
  );
});
