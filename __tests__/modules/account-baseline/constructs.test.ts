import { AccountKey } from "../../../modules/account-baseline/account-key";
import { AlarmTopic } from "../../../modules/account-baseline/alarm-topic";
import { findAccountKey } from "../../../modules/account-baseline/find-account-key";
import { KEY_ARN, PLACE, inEmptyStack } from "../../../workbench/testing/single-construct";
import { resource, resources } from "../../../workbench/testing/synthesized";

describe("an account key", () => {
  it("rotates, has its alias and refuses its destruction", () => {
    const { stack } = inEmptyStack(
      (scope) => new AccountKey(scope, "key", { place: PLACE, keyAlias: "calls" }),
    );

    expect(resource(stack, "aws_kms_key")).toMatchObject({
      description: "Data of calls at rest",
      enable_key_rotation: true,
      deletion_window_in_days: 30,
      lifecycle: { prevent_destroy: true },
    });
    expect(resource(stack, "aws_kms_alias")).toMatchObject({ name: "alias/calls" });
  });

  it("merges overrides last", () => {
    const { stack } = inEmptyStack(
      (scope) =>
        new AccountKey(scope, "key", {
          place: PLACE,
          keyAlias: "calls",
          keyOverrides: { multiRegion: true, deletionWindowInDays: 7 },
        }),
    );

    expect(resource(stack, "aws_kms_key")).toMatchObject({
      multi_region: true,
      deletion_window_in_days: 7,
      enable_key_rotation: true,
    });
  });

  it("is found by its alias, or is the adopted one", () => {
    const found = inEmptyStack((scope) => findAccountKey(scope, { keyAlias: "calls" }));
    const adopted = inEmptyStack((scope) =>
      findAccountKey(scope, { keyAlias: "calls", adoptedKeyArn: KEY_ARN }),
    );

    expect(Object.values(found.stack.data?.["aws_kms_alias"] ?? {})).toMatchObject([
      { name: "alias/calls" },
    ]);
    expect(adopted.construct).toBe(KEY_ARN);
    expect(adopted.stack.data).toBeUndefined();
  });
});

describe("an alarm topic", () => {
  it("is encrypted and subscribes each address", () => {
    const { construct, stack } = inEmptyStack(
      (scope) =>
        new AlarmTopic(scope, "alarms", {
          topicName: "calls-alarms",
          accountId: PLACE.id,
          keyArn: KEY_ARN,
          emails: ["one@example.com", "two@example.com"],
          topicOverrides: { displayName: "Calls" },
        }),
    );

    expect(resource(stack, "aws_sns_topic")).toMatchObject({
      name: "calls-alarms",
      kms_master_key_id: KEY_ARN,
      display_name: "Calls",
    });
    expect(resources(stack, "aws_sns_topic_subscription").map(({ endpoint }) => endpoint)).toEqual([
      "one@example.com",
      "two@example.com",
    ]);
    expect(construct.subscriptions).toHaveLength(2);
  });

  it("subscribes no address by default", () => {
    const { stack } = inEmptyStack(
      (scope) =>
        new AlarmTopic(scope, "alarms", {
          topicName: "calls-alarms",
          accountId: PLACE.id,
          keyArn: KEY_ARN,
        }),
    );

    expect(resources(stack, "aws_sns_topic_subscription")).toEqual([]);
  });
});
