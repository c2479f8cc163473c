import { DomainAlarms } from "../../../modules/alarms/domain-alarms";
import { inEmptyStack } from "../../../workbench/testing/single-construct";
import { resources } from "../../../workbench/testing/synthesized";

const PROPS = {
  domainName: "insight",
  accountId: "111122223333",
  storageGibibytes: 50,
  topicArn: "arn:aws:sns:eu-central-1:111122223333:alarms",
} as const;

function domainAlarms(storageLowPercent?: number) {
  const { stack } = inEmptyStack(
    (created) => new DomainAlarms(created, "alarms", { ...PROPS, storageLowPercent }),
  );
  return Object.fromEntries(
    resources(stack, "aws_cloudwatch_metric_alarm").map((alarm) => [
      String(alarm["alarm_name"]),
      alarm,
    ]),
  );
}

describe("the alarms of a domain", () => {
  it("monitor its state, its storage, its key and its snapshots", () => {
    expect(Object.keys(domainAlarms()).sort()).toEqual([
      "insight-key-unreachable",
      "insight-red",
      "insight-snapshot-failed",
      "insight-storage-low",
      "insight-writes-blocked",
    ]);
  });

  it("go off when a node has less than the given part of its storage free", () => {
    // In MiB.
    expect(domainAlarms()["insight-storage-low"]).toMatchObject({
      threshold: 10_240,
      statistic: "Minimum",
      dimensions: { DomainName: "insight", ClientId: "111122223333" },
    });
    expect(domainAlarms(50)["insight-storage-low"]).toMatchObject({ threshold: 25_600 });
  });
});
