import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { SnsTopicSubscription } from "@cdktf/provider-aws/lib/sns-topic-subscription";
import { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { App, Aspects, TerraformStack, type IAspect } from "cdktf";
import type { Construct, IConstruct } from "constructs";
import {
  AccountKey,
  AgentEvents,
  AlarmTopic,
  ContactCenterStack,
  loadConfiguration,
  stackIds,
} from "switchboard";
import type { Account } from "switchboard/config";

/**
 * An app of your own: a foundation stack with two constructs of Switchboard beside your resources, and
 * the stack of each contact center as it is.
 */

/** What an account of ours has: Switchboard's key and alarm topic, and the queue of our on-call tool. */
class FoundationStack extends TerraformStack {
  constructor(scope: Construct, id: string, account: Account) {
    super(scope, id);
    new AwsProvider(this, "aws", { region: account.region, allowedAccountIds: [account.id] });
    const { key } = new AccountKey(this, "key", { account });
    const { topic } = new AlarmTopic(this, "alarms", { account, keyArn: key.arn, emails: [] });
    const onCall = new SqsQueue(this, "on-call", { name: "on-call", kmsMasterKeyId: key.arn });
    new SnsTopicSubscription(this, "to-on-call", {
      topicArn: topic.arn,
      protocol: "sqs",
      endpoint: onCall.arn,
    });
  }
}

/** Our accounts refuse roles without this boundary. */
class PermissionsBoundary implements IAspect {
  readonly #arn: string;

  constructor(arn: string) {
    this.#arn = arn;
  }

  visit(node: IConstruct): void {
    if (node instanceof IamRole) node.permissionsBoundary = this.#arn;
  }
}

const app = new App({ skipValidation: true });
const configuration = loadConfiguration("switchboard.yaml");

for (const account of configuration.accounts) {
  new FoundationStack(app, `foundation-${account.name}`, account);
}

for (const center of configuration.contactCenters) {
  const stack = new ContactCenterStack(app, stackIds.contactCenter(center), {
    configuration,
    center,
  });
  const events = stack.node.findChild("agent-events");
  if (events instanceof AgentEvents) {
    // An attribute that the configuration does not have, by its name in Terraform.
    events.delivery.stream.addOverride(
      "opensearch_configuration.s3_configuration.buffering_interval",
      900,
    );
  }
  Aspects.of(stack).add(
    new PermissionsBoundary(`arn:aws:iam::${center.account.id}:policy/platform-boundary`),
  );
}

app.synth();
