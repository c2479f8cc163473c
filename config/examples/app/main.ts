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
  ContactCenterAlarms,
  ContactCenterStack,
  ContactRecords,
  Destination,
  contactCenterNames,
  loadConfiguration,
  monitoredDelivery,
  stackIds,
  type Place,
  type StreamRoute,
} from "switchboard";
import type { Account } from "switchboard/config";

/**
 * An app of your own: a foundation stack with two constructs of Switchboard beside your resources, the
 * stack of each contact center as it is, and a stack that delivers to a domain of yours, without a
 * configuration file.
 */

/** What an account of ours has: Switchboard's key and alarm topic, and the queue of our on-call tool. */
class FoundationStack extends TerraformStack {
  constructor(scope: Construct, id: string, account: Account) {
    super(scope, id);
    new AwsProvider(this, "aws", { region: account.region, allowedAccountIds: [account.id] });
    const { key } = new AccountKey(this, "key", {
      place: account,
      keyAlias: account.names.keyAlias,
    });
    const { topic } = new AlarmTopic(this, "alarms", {
      topicName: account.names.alarmTopic,
      accountId: account.id,
      keyArn: key.arn,
    });
    const onCall = new SqsQueue(this, "on-call", { name: "on-call", kmsMasterKeyId: key.arn });
    new SnsTopicSubscription(this, "to-on-call", {
      topicArn: topic.arn,
      protocol: "sqs",
      endpoint: onCall.arn,
    });
  }
}

interface DeliveryStackProps {
  /** Account and Region of the Connect instance. */
  readonly place: Place;
  readonly instanceId: string;
  /** ARN of our domain, in the same account. */
  readonly domainArn: string;
  /** ARN of a key whose policy lets Connect and CloudWatch Logs encrypt. */
  readonly keyArn: string;
  readonly topicArn: string;
}

/** Contact records and agent events of an instance, delivered to a domain that we run ourselves. */
class DeliveryStack extends TerraformStack {
  constructor(scope: Construct, id: string, props: DeliveryStackProps) {
    super(scope, id);
    const { instanceId, keyArn, place, topicArn } = props;
    new AwsProvider(this, "aws", { region: place.region, allowedAccountIds: [place.id] });

    const names = contactCenterNames("platform", "sales", place.id);
    const records: StreamRoute = {
      indexName: names.contactRecordIndex,
      deliveryStreamName: names.contactRecordDelivery,
      stream: { streamName: names.contactRecordStream },
    };
    const events: StreamRoute = {
      indexName: names.agentEventIndex,
      deliveryStreamName: names.agentEventDelivery,
      stream: { streamName: names.agentEventStream, mode: "provisioned", shards: 2 },
    };
    const destination = new Destination(this, "destination", {
      place,
      contactCenter: "sales",
      domain: { arn: props.domainArn },
      routes: [records, events],
      roleName: names.deliveryRole,
      bucketName: names.backupBucket,
      keyArn,
    });
    new ContactRecords(this, "contact-records", {
      instanceId,
      destination,
      route: records,
      streamOverrides: { shardLevelMetrics: ["IncomingRecords"] },
    });
    new AgentEvents(this, "agent-events", {
      instanceId,
      destination,
      route: events,
      buffer: { seconds: 300, mebibytes: 20 },
    });
    new ContactCenterAlarms(this, "alarms", {
      contactRecords: monitoredDelivery(records),
      agentEvents: monitoredDelivery(events),
      topicArn,
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

new DeliveryStack(app, "delivery-sales", {
  place: { id: "111122223333", region: "eu-central-1", partition: "aws" },
  instanceId: "bbbbbbbb-bbbb-cccc-dddd-222222222222",
  domainArn: "arn:aws:es:eu-central-1:111122223333:domain/platform",
  keyArn: "arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab",
  topicArn: "arn:aws:sns:eu-central-1:111122223333:on-call",
});

app.synth();
