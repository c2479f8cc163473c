import { configurationWith } from "../../config/base-file";
import { conditions, statementsOf } from "../../../workbench/testing/policies";
import { resource, resources, stackOf, synthesized } from "../../../workbench/testing/synthesized";

const POLICY = "encryption_policy";

describe("the account's key", () => {
  const stack = stackOf(configurationWith(), "account-main");

  it("is one, rotates, and cannot be destroyed by a plan", () => {
    expect(resource(stack, "aws_kms_key")).toMatchObject({
      enable_key_rotation: true,
      deletion_window_in_days: 30,
      lifecycle: { prevent_destroy: true },
    });
    expect(resource(stack, "aws_kms_alias")).toMatchObject({ name: "alias/switchboard" });
  });

  it("lets Connect's service-linked roles of this account write, and no other role of that kind", () => {
    const connect = statementsOf(stack, POLICY).find(({ sid }) => sid === "ConnectWrites");

    expect(connect).toMatchObject({ actions: ["kms:GenerateDataKey"] });
    expect(conditions(stack, POLICY, "ConnectWrites")).toEqual([
      "kms:CallerAccount StringEquals 111122223333",
      "aws:PrincipalArn ArnLike arn:aws:iam::111122223333:role/aws-service-role/connect.amazonaws.com/AWSServiceRoleForAmazonConnect*",
    ]);
  });

  it("serves AWS services for this account only", () => {
    for (const sid of ["AlarmsNotify", "EventsEnqueue"]) {
      expect(conditions(stack, POLICY, sid)).toEqual([
        "aws:SourceAccount StringEquals 111122223333",
      ]);
    }
    expect(conditions(stack, POLICY, "LogsEncrypt")).toEqual([
      "kms:EncryptionContext:aws:logs:arn ArnLike arn:aws:logs:eu-central-1:111122223333:log-group:*",
    ]);
  });

  it("is the only one in the account, wherever it is used", () => {
    const stacks = synthesized(configurationWith());
    const keys = Object.values(stacks).flatMap((artifact) => resources(artifact, "aws_kms_key"));

    expect(keys).toHaveLength(1);
  });

  it("is not made when one is adopted", () => {
    const keyArn = "arn:aws:kms:eu-central-1:111122223333:key/abcd";
    const adopted = synthesized(
      configurationWith((file) => {
        file.accounts["main"] = { id: "111122223333", region: "eu-central-1", keyArn };
      }),
    );
    const center = adopted["contact-center-support"];

    expect(resources(adopted["account-main"] ?? stack, "aws_kms_key")).toEqual([]);
    expect(JSON.stringify(center?.resource?.["aws_kinesis_stream"])).toContain(keyArn);
    expect(center?.data?.["aws_kms_alias"]).toBeUndefined();
  });
});

describe("the alarm topic", () => {
  const stack = stackOf(
    configurationWith((file) => {
      file["alarms"] = { emails: ["operations@example.com"] };
    }),
    "account-main",
  );

  it("is encrypted and takes messages from this account's alarms only", () => {
    expect(resource(stack, "aws_sns_topic")).toMatchObject({ name: "switchboard-alarms" });
    expect(resource(stack, "aws_sns_topic")["kms_master_key_id"]).toMatch(/^\$\{aws_kms_key\./);
    expect(conditions(stack, "alarms_policy", "AlarmsPublish")).toEqual([
      "aws:SourceAccount StringEquals 111122223333",
    ]);
  });

  it("tells the addresses that the configuration names", () => {
    expect(resource(stack, "aws_sns_topic_subscription")).toMatchObject({
      protocol: "email",
      endpoint: "operations@example.com",
    });
  });

  it("is not made when alarms are opted out, and then no stack of any account has an alarm", () => {
    const silent = synthesized(
      configurationWith((file) => {
        file["alarms"] = false;
      }),
    );
    const all = Object.values(silent);

    expect(all.flatMap((artifact) => resources(artifact, "aws_sns_topic"))).toEqual([]);
    expect(all.flatMap((artifact) => resources(artifact, "aws_cloudwatch_metric_alarm"))).toEqual(
      [],
    );
  });
});
