import type { Construct } from "constructs";
import { AccountKey } from "../account-baseline/account-key";
import { AlarmTopic } from "../account-baseline/alarm-topic";
import type { SwitchboardStackProps } from "./switchboard-stack";
import { SwitchboardStack } from "./switchboard-stack";

/**
 * Resources that the other stacks of an account share, applied before them: the customer-managed key
 * and the alarm topic. An adopted key stays as it is.
 */
export class AccountStack extends SwitchboardStack {
  constructor(scope: Construct, id: string, props: SwitchboardStackProps) {
    super(scope, id, props);
    const { account, configuration } = props;
    const keyArn = account.adoptedKeyArn ?? this.#makeKey();
    this.output("key_arn", keyArn, "Customer-managed key of the account.");

    if (configuration.alarms === false) return;
    const { topic } = new AlarmTopic(this, "alarms", {
      topicName: account.names.alarmTopic,
      accountId: account.id,
      keyArn,
      emails: configuration.alarms.emails,
    });
    this.output("alarm_topic_arn", topic.arn, "Topic that every alarm of the account is sent to.");
  }

  #makeKey(): string {
    return new AccountKey(this, "encryption", {
      place: this.account,
      keyAlias: this.account.names.keyAlias,
    }).key.arn;
  }
}
