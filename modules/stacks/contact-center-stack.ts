import type { Construct } from "constructs";
import type { Configuration, ContactCenter } from "../../config/configuration";
import { isDelivering, isInService } from "../../config/retirement";
import { findAccountKey } from "../account-baseline/find-account-key";
import { alarmTopicArn } from "../account-baseline/alarm-topic";
import { AgentEvents } from "../agent-events/agent-events";
import { ContactCenterAlarms } from "../alarms/contact-center-alarms";
import { withoutSilenceAlarm } from "../alarms/silence-alarm";
import { addConnectInstance } from "../connect-instance/created-instance";
import { ContactRecords } from "../contact-records/contact-records";
import type { BackupBucket } from "../firehose-delivery/backup-bucket";
import { Destination } from "../firehose-delivery/destination";
import { RetiredDestination } from "../firehose-delivery/retired-destination";
import { streamingNotes } from "../firehose-delivery/streaming-notes";
import { QueueDepth } from "../queue-depth/queue-depth";
import { addAccountProvider } from "../shared/aws-provider";
import { DeployedNames } from "../shared/deployed-names";
import { domainUrl } from "../shared/domain-endpoint";
import { contactCenterNotes } from "./contact-center-notes";
import { queueDepthSettings } from "./queue-depth-settings";
import type { SwitchboardStackProps } from "./switchboard-stack";
import { SwitchboardStack } from "./switchboard-stack";

export interface ContactCenterStackProps extends Omit<SwitchboardStackProps, "account"> {
  readonly center: ContactCenter;
}

interface InstanceReference {
  readonly id: string;
  readonly arn: string;
}

/** One contact center: its instance, contact records, agent events, queue numbers and alarms. */
export class ContactCenterStack extends SwitchboardStack {
  readonly #center: ContactCenter;
  #domainUrl?: string;

  constructor(scope: Construct, id: string, props: ContactCenterStackProps) {
    super(scope, id, { ...props, account: props.center.account });
    const { center, configuration } = props;
    this.#center = center;

    const instance = this.#instance();
    this.output("instance_arn", instance.arn, "ARN of the Connect instance.");
    this.#guardDomain();
    if (isDelivering(center)) this.#deliver(configuration, instance);
    else this.#keepRetired();
  }

  /** What stays until the stack is destroyed: documents to replay, and the delivery log. */
  #keepRetired(): void {
    const center = this.#center;
    const { backup } = new RetiredDestination(this, "destination", {
      center,
      keyArn: findAccountKey(this, center.account),
    });
    this.#outputBackup(backup);
    this.note(
      `${center.alias} is retired. Replay what lies in ${center.names.backupBucket}, then destroy this stack ` +
        "and delete the entry: docs/retire-and-rename.md. Destroying deletes the bucket with its documents" +
        (center.instance.kind === "created"
          ? ` and the Connect instance ${center.instance.alias} with everything in it.`
          : "."),
    );
  }

  #deliver(configuration: Configuration, instance: InstanceReference): void {
    const center = this.#center;
    const writing = isInService(center);
    const destination = new Destination(this, "destination", {
      center,
      keyArn: findAccountKey(this, center.account),
      endpointUrl: () => this.#urlOfDomain(),
    });
    const records = new ContactRecords(this, "contact-records", {
      center,
      instanceId: instance.id,
      destination,
      writing,
    });
    const events = new AgentEvents(this, "agent-events", {
      center,
      instanceId: instance.id,
      destination,
      writing,
    });
    streamingNotes(center).forEach((note) => this.note(note));
    this.#addQueueDepth(instance, destination.keyArn);
    if (configuration.alarms !== false) {
      new ContactCenterAlarms(this, "alarms", {
        center,
        limits: configuration.alarms,
        topicArn: alarmTopicArn(center.account),
      });
      const missing = withoutSilenceAlarm(center);
      if (missing !== undefined) this.note(missing);
    }
    if (!writing) {
      this.note(
        `${center.alias} drains: Connect writes to it no more. Set retired: true when the iterator age of both ` +
          "delivery streams is 0: docs/retire-and-rename.md.",
      );
    }

    contactCenterNotes(center).forEach((note) => this.note(note));
    this.output(
      "contact_record_delivery",
      records.deliveryArn,
      "Delivery stream of contact records.",
    );
    if (records.streamArn) {
      this.output(
        "contact_record_stream",
        records.streamArn,
        "Data stream of contact records, for a reader of your own.",
      );
    }
    this.output("agent_event_stream", events.streamArn, "Data stream of agent events.");
    this.output(
      "agent_event_delivery",
      events.delivery.stream.arn,
      "Delivery stream of agent events.",
    );
    this.output(
      "delivery_role_arn",
      destination.role.role.arn,
      "Role that both delivery streams use; the domain's writer role is mapped to it.",
    );
    this.#outputBackup(destination.backup);
  }

  #outputBackup({ bucket }: BackupBucket): void {
    this.output("backup_bucket", bucket.bucket, "Bucket of documents that could not be indexed.");
  }

  /** Records that go to another domain than before would leave their history behind. */
  #guardDomain(): void {
    const { domain } = this.#center;
    if (isInService(this.#center)) new DeployedNames(this, "delivers-to", { inUse: [domain.arn] });
    else new DeployedNames(this, "delivers-to", { inUse: [], retired: [domain.arn] });
  }

  #addQueueDepth(instance: InstanceReference, keyArn: string): void {
    const center = this.#center;
    const { alias, names, queueDepth, vpc } = center;
    if (!queueDepth) return;
    if (queueDepth.usesTickMinutes) {
      this.note(
        `queueDepth.tickMinutes of ${alias} is deprecated: rename the key to pollIntervalMinutes.`,
      );
    }
    const settings = isInService(center)
      ? queueDepthSettings(this.configuration, center, {
          domainUrl: this.#urlOfDomain(),
          instanceId: instance.id,
        })
      : undefined;
    if (!settings) return;
    const { reader } = new QueueDepth(this, "queue-depth", {
      place: center.account,
      names: {
        functionName: names.queueDepthFunction,
        functionRoleName: names.queueDepthRole,
        queueName: names.queueDepthQueue,
        deadLetterQueueName: names.queueDepthDeadLetters,
        ruleName: names.queueDepthRule,
        scheduleName: names.queueDepthSchedule,
        scheduleRoleName: names.queueDepthScheduleRole,
      },
      settings,
      instanceArn: instance.arn,
      domainArn: center.domain.arn,
      keyArn,
      pollIntervalMinutes: queueDepth.pollIntervalMinutes,
      ...(vpc && { vpc }),
      ...(this.configuration.alarms !== false && { topicArn: alarmTopicArn(center.account) }),
    });
    if (center.vpc) {
      this.note(
        `The queue-depth function of ${center.alias} runs in your VPC: its subnets need a route to the Connect API (a NAT gateway).`,
      );
    }
    this.output(
      "queue_depth_role_arn",
      reader.role.arn,
      "Role of the queue-depth function; the domain's writer role is mapped to it.",
    );
    this.output(
      "queue_depth_function",
      reader.function.functionName,
      "Function that keeps the queue numbers current.",
    );
  }

  #instance(): InstanceReference {
    const { instance } = this.#center;
    return instance.kind === "created"
      ? addConnectInstance(this, "instance", instance, { guarded: isDelivering(this.#center) })
      : instance;
  }

  /** Asked for once: by delivery into another account and by the queue numbers. */
  #urlOfDomain(): string {
    this.#domainUrl ??= domainUrl(this, this.#center.domain, this.#domainProvider());
    return this.#domainUrl;
  }

  /** A second provider, only if the domain is in another account and its endpoint is not known. */
  #domainProvider() {
    const { account, domain } = this.#center;
    if (domain.account.id === account.id || domain.endpoint !== undefined) return undefined;
    return addAccountProvider(this, {
      configuration: this.configuration,
      account: domain.account,
      alias: "analytics",
    });
  }
}
