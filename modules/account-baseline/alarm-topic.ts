import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { SnsTopic } from "@cdktf/provider-aws/lib/sns-topic";
import type { SnsTopicConfig } from "@cdktf/provider-aws/lib/sns-topic";
import { SnsTopicPolicy } from "@cdktf/provider-aws/lib/sns-topic-policy";
import { SnsTopicSubscription } from "@cdktf/provider-aws/lib/sns-topic-subscription";
import { Construct } from "constructs";

export interface AlarmTopicProps {
  /** Name of the topic, 1 to 256 characters. */
  readonly topicName: string;
  /** Id of the account whose alarms publish to the topic. */
  readonly accountId: string;
  /** ARN of the key that encrypts messages; its policy lets CloudWatch use it (see `AccountKey`). */
  readonly keyArn: string;
  /**
   * E-mail addresses that are subscribed; AWS asks each one to confirm.
   * @default none
   */
  readonly emails?: readonly string[];
  /**
   * Arguments of the topic, merged last.
   * @default none
   */
  readonly topicOverrides?: Partial<SnsTopicConfig>;
}

/** The one topic to which all alarms of an account in a Region publish. */
export class AlarmTopic extends Construct {
  public readonly topic: SnsTopic;
  public readonly subscriptions: readonly SnsTopicSubscription[];

  constructor(scope: Construct, id: string, props: AlarmTopicProps) {
    super(scope, id);
    this.topic = new SnsTopic(this, "topic", {
      name: props.topicName,
      kmsMasterKeyId: props.keyArn,
      ...props.topicOverrides,
    });
    const policy = new DataAwsIamPolicyDocument(this, "policy", {
      statement: [
        {
          sid: "AlarmsPublish",
          actions: ["sns:Publish"],
          resources: [this.topic.arn],
          principals: [{ type: "Service", identifiers: ["cloudwatch.amazonaws.com"] }],
          condition: [
            { test: "StringEquals", variable: "aws:SourceAccount", values: [props.accountId] },
          ],
        },
      ],
    });
    new SnsTopicPolicy(this, "topic-policy", { arn: this.topic.arn, policy: policy.json });
    this.subscriptions = (props.emails ?? []).map(
      (email) =>
        new SnsTopicSubscription(this, `email-${email}`, {
          topicArn: this.topic.arn,
          protocol: "email",
          endpoint: email,
        }),
    );
  }
}
