import type { Construct } from "constructs";
import type { Alarms, Configuration, ContactCenter } from "../../config/configuration";
import { isDelivering, isInService } from "../../config/retirement";
import { BusinessAlerts } from "../alarms/business-alerts";
import { AgentEvents } from "../agent-events/agent-events";
import { ContactCenterAlarms } from "../alarms/contact-center-alarms";
import { monitoredDelivery } from "../alarms/monitored-delivery";
import { withoutSilenceAlarm } from "../alarms/silence-alarm";
import { addConnectInstance } from "../connect-instance/created-instance";
import { ContactRecords } from "../contact-records/contact-records";
import type { BackupBucket } from "../firehose-delivery/backup-bucket";
import { deliveryLogGroupName } from "../firehose-delivery/delivery-logs";
import type { DeliveryRoute, StreamRoute } from "../firehose-delivery/delivery-route";
import { Destination } from "../firehose-delivery/destination";
import { RetiredDestination } from "../firehose-delivery/retired-destination";
import { QueueDepth } from "../queue-depth/queue-depth";
import { addAccountProvider } from "../shared/aws-provider";
import { DeployedNames } from "../shared/deployed-names";
import { dashboardUrl, domainUrl, userUrl } from "../shared/domain-endpoint";
import { info, warning } from "../shared/notes";
import { accountKeyArn, accountProviderProps, alarmTopicArn } from "./account-resources";
import { addConnectEndpoint, connectRouteNotes } from "./connect-endpoint";
import { contactCenterNotes } from "./contact-center-notes";
import { agentEventRoute, contactRecordRoute, deliveryOptions } from "./delivery-routes";
import { streamingNotes } from "./streaming-notes";
import { queueDepthNames, queueDepthSettings } from "./queue-depth-settings";
import { addScheduledFunctions } from "./scheduled-functions";
import type { SwitchboardStackProps } from "./switchboard-stack";
import { SwitchboardStack } from "./switchboard-stack";

export interface ContactCenterStackProps extends Omit<SwitchboardStackProps, "account"> {
  readonly center: ContactCenter;
}

/** Routes of both kinds of records. */
interface Routes {
  readonly contactRecords: DeliveryRoute;
  readonly agentEvents: StreamRoute;
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

  /** Resources that stay until the stack is destroyed: documents to replay, and the delivery log. */
  #keepRetired(): void {
    const center = this.#center;
    const { backup } = new RetiredDestination(this, "destination", {
      bucketName: center.names.backupBucket,
      archiveRetentionDays: center.archiveRetentionDays,
      logGroupName: deliveryLogGroupName(center.names.deliveryRole),
      keyArn: accountKeyArn(this, center.account),
    });
    this.#outputBackup(backup);
    this.note(
      info(
        `${center.alias} is retired. Replay the documents in ${center.names.backupBucket}, then destroy this stack ` +
          "and delete the entry (docs/retire-and-rename.md). Destroying deletes the bucket with its documents" +
          (center.instance.kind === "created"
            ? ` and the Connect instance ${center.instance.alias} with everything in it.`
            : "."),
      ),
    );
  }

  #deliver(configuration: Configuration, instance: InstanceReference): void {
    const center = this.#center;
    const writing = isInService(center);
    const routes: Routes = {
      contactRecords: contactRecordRoute(center),
      agentEvents: agentEventRoute(center),
    };
    const destination = this.#addDestination([routes.contactRecords, routes.agentEvents]);
    const shared = { instanceId: instance.id, destination, writing };
    const records = new ContactRecords(this, "contact-records", {
      ...shared,
      ...deliveryOptions(center.contactRecords),
      route: routes.contactRecords,
    });
    const events = new AgentEvents(this, "agent-events", {
      ...shared,
      ...deliveryOptions(center.agentEvents),
      route: routes.agentEvents,
    });
    this.note(...streamingNotes(center));
    this.#addQueueDepth(instance, destination.keyArn);
    addConnectEndpoint(this, center);
    addScheduledFunctions(this, {
      center,
      instanceArn: instance.arn,
      keyArn: destination.keyArn,
      domainUrl: () => this.#urlOfDomain(),
    });
    if (configuration.alarms !== false) {
      this.#addAlarms(routes, configuration.alarms);
      const missing = withoutSilenceAlarm(center);
      if (missing !== undefined) this.note(missing);
    }
    if (!writing) {
      this.note(
        info(
          `${center.alias} drains: Connect writes no records to its streams. Set retired: true when the iterator age of both ` +
            "delivery streams is 0 (docs/retire-and-rename.md).",
        ),
      );
    }

    this.note(...contactCenterNotes(center));
    this.#outputDelivery(records, events);
    this.#outputDestination(destination);
  }

  #addDestination(routes: readonly DeliveryRoute[]): Destination {
    const { account, alias, domain, names, vpc } = this.#center;
    return new Destination(this, "destination", {
      place: account,
      contactCenter: alias,
      keyArn: accountKeyArn(this, account),
      domain: {
        arn: domain.arn,
        ...(domain.account.id !== account.id && { endpointUrl: this.#urlOfDomain() }),
      },
      routes,
      roleName: names.deliveryRole,
      bucketName: names.backupBucket,
      archiveRetentionDays: this.#center.archiveRetentionDays,
      vpc,
    });
  }

  #addAlarms({ agentEvents, contactRecords }: Routes, limits: Exclude<Alarms, false>): void {
    const { account, businessHours, names, timeZone } = this.#center;
    new ContactCenterAlarms(this, "alarms", {
      contactRecords: monitoredDelivery(contactRecords, names.contactRecordDelivery),
      agentEvents: monitoredDelivery(agentEvents, names.agentEventDelivery),
      freshnessMinutes: limits.freshnessMinutes,
      ...(isInService(this.#center) && { expectedCalls: { businessHours, timeZone } }),
      topicArn: alarmTopicArn(account),
    });
  }

  #outputDelivery(records: ContactRecords, events: AgentEvents): void {
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
  }

  #outputDestination({ backup, role }: Destination): void {
    this.output(
      "delivery_role_arn",
      role.role.arn,
      "Role that both delivery streams use; the domain's writer role is mapped to it.",
    );
    this.#outputBackup(backup);
  }

  #outputBackup({ bucket }: BackupBucket): void {
    this.output("backup_bucket", bucket.bucket, "Bucket of documents that could not be indexed.");
  }

  /** With another domain, the history would stay behind: a plan refuses it. */
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
        warning(
          `queueDepth.tickMinutes of ${alias} is deprecated: rename the key to pollIntervalMinutes.`,
        ),
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
      names: queueDepthNames(names),
      settings,
      instanceArn: instance.arn,
      domainArn: center.domain.arn,
      keyArn,
      pollIntervalMinutes: queueDepth.pollIntervalMinutes,
      ...(vpc && { vpc }),
      ...(this.configuration.alarms !== false && { topicArn: alarmTopicArn(center.account) }),
    });
    this.#addAlerts(queueDepth.pollIntervalMinutes);
    this.note(...connectRouteNotes("queue-depth", center));
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

  /** The rules refuse alerts without alarms, so the topic exists. */
  #addAlerts(pollIntervalMinutes: number): void {
    const { account, alerts, alias, domain, names, title } = this.#center;
    if (alerts.length === 0) return;
    new BusinessAlerts(this, "alerts", {
      contactCenter: alias,
      title,
      alarmPrefix: names.alert,
      alerts,
      pollIntervalMinutes,
      dashboardUrl: dashboardUrl(userUrl(domain, this.#urlOfDomain()), names.dashboard),
      topicArn: alarmTopicArn(account),
    });
  }

  #instance(): InstanceReference {
    const { instance } = this.#center;
    return instance.kind === "created"
      ? addConnectInstance(this, "instance", {
          ...instance,
          preventDestroy: isDelivering(this.#center),
        })
      : instance;
  }

  /** One URL for delivery into another account and for queue depth. */
  #urlOfDomain(): string {
    this.#domainUrl ??= domainUrl(this, {
      ...this.#center.domain,
      provider: this.#domainProvider(),
    });
    return this.#domainUrl;
  }

  /** A second provider, for a domain in another account whose endpoint is not in the configuration. */
  #domainProvider() {
    const { account, domain } = this.#center;
    if (domain.account.id === account.id || domain.endpoint !== undefined) return undefined;
    return addAccountProvider(this, {
      ...accountProviderProps(this.configuration, domain.account),
      alias: "analytics",
    });
  }
}
