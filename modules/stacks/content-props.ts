import type { ContactCenter, Domain } from "../../config/configuration";
import { deliveringRoleArns } from "../../config/in-use";
import { readsContactRecords } from "../../config/resolve-alerts";
import type { WallLimits } from "../../config/wall-limits";
import { isDelivering, isReconciled, readsQueues, writesReports } from "../../config/retirement";
import type {
  ContactCenterContent,
  ContentProps,
  DomainContent,
  Privacy,
  QueueMetricsContent,
  ReconciliationContent,
  Retention,
} from "../opensearch-content/content/props";

/** What the configuration deploys inside a domain, for the contact centers that deliver into it. */
export function contentProps(
  domain: Domain,
  contactCenters: readonly ContactCenter[],
): ContentProps {
  return {
    domain: domainContent(domain),
    contactCenters: contactCenters
      .filter((center) => center.domain.name === domain.name)
      .map(contactCenterContent),
  };
}

function domainContent({
  names,
  people,
  replicas,
  shards,
  tenantPerContactCenter,
}: Domain): DomainContent {
  return {
    indexSettings: names.indexSettings,
    indexMapping: names.indexMapping,
    overviewId: names.overview,
    shards,
    replicas,
    tenantPerContactCenter,
    viewer: { name: names.viewerRole, backendRoles: people.viewers },
    editor: { name: names.editorRole, backendRoles: people.editors },
  };
}

/** The part of one contact center. */
export function contactCenterContent(center: ContactCenter): ContactCenterContent {
  const { alias, language, names, timeZone, title } = center;
  const { serviceLevelSeconds, serviceLevelThresholds, shortAbandonSeconds } = center;
  const queueMetrics = queueMetricsOf(center);
  const reconciliation = reconciliationOf(center);
  return {
    alias,
    title,
    language,
    timeZone,
    serviceLevelSeconds,
    serviceLevelSecondsByQueue: serviceLevelSecondsByQueue(center),
    ...(serviceLevelThresholds && { serviceLevelThresholds }),
    ...(shortAbandonSeconds !== undefined && { shortAbandonSeconds }),
    dashboardId: names.dashboard,
    wallLimits: wallLimits(center),
    tenant: names.tenant,
    contactRecordIndex: names.contactRecordIndex,
    contactRecordRetention: retentionOf(center.contactRecords),
    agentEventIndex: names.agentEventIndex,
    agentEventRetention: retentionOf(center.agentEvents),
    heartbeats: center.agentEvents.heartbeats,
    ...(queueMetrics && { queueMetrics }),
    ...(reconciliation && { reconciliation }),
    privacy: privacyOf(center),
    ...(isDelivering(center) && {
      deliveryRole: { name: names.deliveryRole, backendRoles: deliveringRoleArns(center) },
    }),
    ...(writesReports(center) && {
      reportRole: { name: names.reportRole, backendRoles: [center.reportRoleArn] },
    }),
  };
}

function wallLimits({ wall }: ContactCenter): WallLimits {
  const { abandonedPercent, longestWaitSeconds, serviceLevelPercent, waiting } = wall;
  return {
    waiting,
    longestWaitSeconds,
    serviceLevel: serviceLevelPercent / 100,
    abandoned: abandonedPercent / 100,
  };
}

/** Of the queues whose threshold is not that of the contact center. */
function serviceLevelSecondsByQueue({
  queues,
  serviceLevelSeconds,
}: ContactCenter): Readonly<Record<string, number>> {
  const thresholds = Object.entries(queues).flatMap(([name, queue]) => {
    const seconds = queue.serviceLevelSeconds ?? serviceLevelSeconds;
    return seconds === serviceLevelSeconds ? [] : [[name, seconds] as const];
  });
  return Object.fromEntries(thresholds);
}

function queueMetricsOf(center: ContactCenter): QueueMetricsContent | undefined {
  const { alerts, names, queueDepth, queueDepthRoleArn } = center;
  if (!queueDepth) return undefined;
  return {
    index: names.queueDepthIndex,
    historyIndex: names.queueDepthHistoryIndex,
    history: {
      rotation: queueDepth.historyRotation,
      retentionDays: queueDepth.historyRetentionDays,
    },
    ...(readsQueues(center) && {
      role: { name: names.queueDepthRole, backendRoles: [queueDepthRoleArn] },
      ...(readsContactRecords(alerts) && { searchesContactRecords: true }),
    }),
  };
}

/** Kept as long as the contact records that the numbers are of. */
function reconciliationOf(center: ContactCenter): ReconciliationContent | undefined {
  const { contactRecords, names, reconciliation, reconciliationRoleArn } = center;
  if (!reconciliation) return undefined;
  return {
    index: names.reconciliationIndex,
    retentionDays: contactRecords.retentionDays,
    ...(isReconciled(center) && {
      role: { name: names.reconciliationRole, backendRoles: [reconciliationRoleArn] },
    }),
  };
}

function retentionOf({
  coldAfterDays,
  mergeAfterDays,
  retentionDays,
  rotation,
  warmAfterDays,
}: ContactCenter["agentEvents"] | ContactCenter["contactRecords"]): Retention {
  return {
    rotation,
    retentionDays,
    mergeAfterDays,
    ...(warmAfterDays !== undefined && { warmAfterDays }),
    ...(coldAfterDays !== undefined && { coldAfterDays }),
  };
}

function privacyOf({ privacy }: ContactCenter): Privacy {
  return { customerEndpoint: privacy.customerEndpoint, attributes: privacy.attributes };
}
