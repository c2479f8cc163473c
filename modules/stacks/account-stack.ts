import type { Construct } from "constructs";
import { AccountKey, keepAccountKey } from "../account-baseline/account-key";
import { AlarmTopic } from "../account-baseline/alarm-topic";
import { DeployedNames } from "../shared/deployed-names";
import type { SwitchboardStackProps } from "./switchboard-stack";
import { SwitchboardStack } from "./switchboard-stack";

const KEY = "encryption";

/**
 * Resources that the other stacks of an account share, applied before them: the customer-managed key
 * and the alarm topic. An adopted key stays as it is. A plan refuses another name of the installation: it would replace the
 * key's alias and the topic, which the other stacks use.
 */
export class AccountStack extends SwitchboardStack {
  constructor(scope: Construct, id: string, props: SwitchboardStackProps) {
    super(scope, id, props);
    const { account, configuration } = props;
    new DeployedNames(this, "installation", { inUse: [configuration.name] });
    const keyArn = account.adoptedKeyArn ?? this.#makeKey();
    if (account.adoptedKeyArn !== undefined) keepAccountKey(this, KEY);
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
    return new AccountKey(this, KEY, {
      place: this.account,
      keyAlias: this.account.names.keyAlias,
    }).key.arn;
  }
}
