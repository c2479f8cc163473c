import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { SnsTopic } from "@cdktf/provider-aws/lib/sns-topic";
import { SnsTopicPolicy } from "@cdktf/provider-aws/lib/sns-topic-policy";
import { SnsTopicSubscription } from "@cdktf/provider-aws/lib/sns-topic-subscription";
import { Construct } from "constructs";
import type { Account } from "../../config/configuration";
import { arnOf } from "../../aws/arns";

export interface AlarmTopicProps {
  readonly account: Account;
  /** Key that encrypts what is published. */
  readonly keyArn: string;
  /** Addresses that AWS asks to confirm the subscription. */
  readonly emails: readonly string[];
}

/** The one topic that all alarms of an account in a Region are sent to. */
export class AlarmTopic extends Construct {
  public readonly topic: SnsTopic;

  constructor(scope: Construct, id: string, props: AlarmTopicProps) {
    super(scope, id);
    const { account } = props;
    this.topic = new SnsTopic(this, "topic", {
      name: account.names.alarmTopic,
      kmsMasterKeyId: props.keyArn,
    });
    const policy = new DataAwsIamPolicyDocument(this, "policy", {
      statement: [
        {
          sid: "AlarmsPublish",
          actions: ["sns:Publish"],
          resources: [this.topic.arn],
          principals: [{ type: "Service", identifiers: ["cloudwatch.amazonaws.com"] }],
          condition: [
            { test: "StringEquals", variable: "aws:SourceAccount", values: [account.id] },
          ],
        },
      ],
    });
    new SnsTopicPolicy(this, "topic-policy", { arn: this.topic.arn, policy: policy.json });
    for (const email of props.emails) {
      new SnsTopicSubscription(this, `email-${email}`, {
        topicArn: this.topic.arn,
        protocol: "email",
        endpoint: email,
      });
    }
  }
}

/** The topic's ARN as every other stack of the account computes it. */
export function alarmTopicArn(account: Account): string {
  return arnOf("sns", account.names.alarmTopic, account);
}
