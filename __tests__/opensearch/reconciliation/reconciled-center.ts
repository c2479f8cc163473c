import type { ReconciliationDocument } from "../../../fields";
import { toEnvironment } from "../../../lambdas/reconciliation/settings";
import { packageLambda } from "../../../modules/shared/lambda-package";
import { applyTemplates } from "../../../workbench/opensearch/apply-content";
import { AsynchronousInvocations } from "../../../workbench/simulator/asynchronous-invocations";
import { ConnectApiStandIn } from "../../../workbench/simulator/connect-api";
import { SimulatedInstance } from "../../../workbench/simulator/connect-instance";
import { SimulatedContactCenter } from "../../../workbench/simulator/contact-center";
import { deliver } from "../../../workbench/simulator/delivery";
import { DomainProxy } from "../../../workbench/simulator/domain-proxy";
import { datapointsIn } from "../../../workbench/simulator/embedded-metrics";
import { LambdaFunction } from "../../../workbench/simulator/lambda-function";
import { profile } from "../../../workbench/simulator/profile";
import type { ContactRecord } from "../../../workbench/simulator/shapes/contact-record";
import { configured, type CenterFile } from "../../../workbench/testing/configured";
import type { PanelData } from "../../../dashboards/evaluation/search";
import { disordered } from "../exactness/history";
import { show } from "../exactness/show";
import { sharedNode } from "../shared-node";

const TIMEOUT_MS = 120_000;
const RETRIES = 2;
const BRIEF = "filter_path=took,errors,items.*.status,items.*.error";

/** Contacts that begin from a moment until another, and the moment at which Connect is read. */
export interface Period {
  readonly from: Date;
  readonly until: Date;
  readonly readAt: Date;
}

/** The deployed bundle of the function, between a stand-in of Connect and a real OpenSearch. */
export class ReconciledCenter {
  readonly center;
  readonly instance: SimulatedInstance;
  readonly invocations: AsynchronousInvocations;
  readonly #lambda: LambdaFunction;
  readonly #content;

  private constructor(
    file: CenterFile,
    readonly connect: ConnectApiStandIn,
    readonly domain: DomainProxy,
  ) {
    const { center, content } = configured(file);
    this.center = center;
    this.#content = content;
    if (center.instance.kind !== "adopted") throw new Error("The instance is adopted.");
    this.instance = connect.add(new SimulatedInstance(center.instance.id));
    this.#lambda = new LambdaFunction(
      {
        file: packageLambda("reconciliation").codeFile,
        environment: {
          ...toEnvironment({
            contactCenter: center.alias,
            instanceArn: center.instance.arn,
            domainUrl: domain.url,
            contactRecordIndex: center.names.contactRecordIndex,
            reconciliationIndex: center.names.reconciliationIndex,
            timeZone: center.timeZone,
            serviceLevelSeconds: center.serviceLevelSeconds,
          }),
          AWS_REGION: "eu-central-1",
          AWS_ACCESS_KEY_ID: "AKIDEXAMPLE",
          AWS_SECRET_ACCESS_KEY: "example",
          AWS_ENDPOINT_URL_CONNECT: connect.url,
        },
      },
      TIMEOUT_MS,
    );
    this.invocations = new AsynchronousInvocations(this.#lambda, RETRIES);
  }

  static async open(file: CenterFile): Promise<ReconciledCenter> {
    const connect = await ConnectApiStandIn.start();
    connect.latencyMs = 0;
    const domain = await DomainProxy.start({ target: sharedNode().url });
    const reconciled = new ReconciledCenter(file, connect, domain);
    await applyTemplates(sharedNode(), reconciled.#content);
    return reconciled;
  }

  async close(): Promise<void> {
    const { contactRecordIndex, reconciliationIndex } = this.center.names;
    await this.#lambda.stop();
    await Promise.all([this.connect.stop(), this.domain.stop()]);
    for (const index of [contactRecordIndex, reconciliationIndex]) {
      await sharedNode().send("DELETE", `${index}-*?ignore_unavailable=true`);
    }
  }

  /** Everything that Connect publishes of contacts that begin in a period; Connect counts all of it. */
  simulate({ from, until }: Period, contactsPerDay: number): readonly ContactRecord[] {
    const { account, alias, instance, timeZone } = this.center;
    if (instance.kind !== "adopted") throw new Error("The instance is adopted.");
    const simulated = new SimulatedContactCenter({
      seed: `${alias} ${from.toISOString()}`,
      streams: ["contact-records"],
      profile: profile({
        accountId: account.id,
        region: account.region,
        instanceId: instance.id,
        timeZone,
        contactsPerDay,
      }),
    });
    this.instance.mirror(simulated.queueNumbers());
    const records = [...simulated.run(from, until)].flatMap((emission) =>
      emission.stream === "contact-records" ? [emission.record] : [],
    );
    this.instance.contactRecords.push(...records);
    return records;
  }

  /** Records through a stream that repeats and reorders, and through Firehose, into the node. */
  async deliver(records: readonly ContactRecord[]): Promise<void> {
    const { contactRecords, names } = this.center;
    const arrivals = disordered(records, (record) => record.LastUpdateTimestamp, this.center.alias);
    await deliver(
      {
        indexName: names.contactRecordIndex,
        rotation: contactRecords.rotation,
        bulk: (lines) => sharedNode().bulk(lines, `_bulk?${BRIEF}`),
      },
      arrivals,
    );
    await sharedNode().refresh(`${names.contactRecordIndex}-*`);
  }

  /** The event of the schedule at a moment; Connect has what it had published by `readAt`. */
  async schedule(moment: Date, readAt = moment): Promise<void> {
    this.connect.clockOffsetMs = readAt.getTime() - Date.now();
    await this.invocations.send({ scheduledTime: moment.toISOString() });
  }

  /** Rows of a panel in a period. */
  async panel(name: string, { from, until }: Period): Promise<PanelData["rows"]> {
    const objects = this.#content.savedObjects.map(({ object }) => object);
    const timeRange = { gte: from.toISOString(), lte: until.toISOString() };
    const context = { timeRange, timeZone: "America/Los_Angeles" };
    const id = `${this.center.names.dashboard}-${name}`;
    return (await show(sharedNode(), objects, id, context)).rows;
  }

  /** Stored documents by id. */
  async documents(): Promise<ReadonlyMap<string, ReconciliationDocument>> {
    const { hits } = await sharedNode().post<{
      hits: { hits: { _id: string; _source: ReconciliationDocument }[] };
    }>(`${this.center.names.reconciliationIndex}-*/_search`, { size: 10_000 });
    return new Map(hits.hits.map(({ _id, _source }) => [_id, _source]));
  }

  async differences(): Promise<readonly ReconciliationDocument[]> {
    const documents = [...(await this.documents()).values()];
    return documents.filter(({ ConnectValue, OwnValue }) => ConnectValue !== OwnValue);
  }

  /** Values that the function has published so far. */
  get published(): readonly number[] {
    return datapointsIn(this.log.split("\n"))
      .filter(
        ({ dimensions, metricName, namespace }) =>
          namespace === "Switchboard" &&
          metricName === "ReconciliationDifference" &&
          dimensions["service"] === this.center.alias,
      )
      .map(({ value }) => value);
  }

  get log(): string {
    return this.#lambda.output;
  }
}
