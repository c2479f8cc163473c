import { isInsideVpc } from "./adopted-domain";
import { domainArn } from "../aws/arns";
import { ENGINE_PREFIX, UNNAMED_ENGINE } from "../aws/engine-versions";
import type {
  Account,
  Configuration,
  ContactCenter,
  Domain,
  Instance,
  QueueDepthSchedule,
} from "./configuration";
import { accountNames, contactCenterNames, domainNames } from "../aws/names";
import { partitionOf } from "../aws/partitions";
import { roleArn } from "../aws/roles";
import { resolveAlerts } from "./resolve-alerts";
import { DEFAULT_POLL_INTERVAL_MINUTES } from "./request-budget";
import type { ConfigurationFile } from "./schema";
import { resolvePeople, resolveSingleSignOn } from "./resolve-sign-in";
import { sizeFactsOf } from "./domain-size";
import { shardsFor } from "./stream-capacity";
import type { RecordStream } from "./stream-capacity";

type ContactCenterFile = ConfigurationFile["contactCenters"][number];
type DomainFile = ConfigurationFile["domains"][number];

/** Follows every reference of a configuration file that has passed all rules. */
export function resolve(file: ConfigurationFile): Configuration {
  const domains = file.domains.map((domain) => resolveDomain(file, domain));
  return {
    name: file.name,
    tags: file.tags,
    backend: file.backend,
    providers: file.providers,
    accounts: Object.keys(file.accounts).map((name) => accountOf(file, name)),
    domains,
    contactCenters: file.contactCenters.map((center) =>
      resolveContactCenter(file, center, domains),
    ),
    alarms: file.alarms,
    ...(file.singleSignOn && {
      singleSignOn: {
        account: accountOf(file, file.singleSignOn.account, file.singleSignOn.region),
        ...resolveSingleSignOn(file, file.singleSignOn),
      },
    }),
  };
}

/** The account of that name (default: the only one) in that Region (default: the account's own). */
export function accountOf(
  file: Pick<ConfigurationFile, "name" | "accounts">,
  name = onlyKey(file.accounts),
  region?: string,
): Account {
  const account = name === undefined ? undefined : file.accounts[name];
  if (name === undefined || account === undefined) {
    throw new Error(`No account is called ${String(name)}; the rules should have refused this.`);
  }
  const partition = partitionOf(region ?? account.region);
  return {
    name,
    id: account.id,
    region: region ?? account.region,
    homeRegion: account.region,
    partition,
    ...(account.role && { roleArn: `arn:${partition}:iam::${account.id}:role/${account.role}` }),
    ...(account.externalId && { externalId: account.externalId }),
    ...(account.permissionsBoundaryArn && {
      permissionsBoundaryArn: account.permissionsBoundaryArn,
    }),
    ...(account.rolePath !== undefined &&
      account.rolePath !== "/" && { rolePath: account.rolePath }),
    // A key serves one Region; elsewhere the account gets one of its own.
    ...(account.keyArn?.split(":")[3] === (region ?? account.region) && {
      adoptedKeyArn: account.keyArn,
    }),
    names: accountNames(file.name),
  };
}

function resolveDomain(file: ConfigurationFile, domain: DomainFile): Domain {
  const account = accountOf(file, domain.account, domain.region);
  const names = domainNames(file.name, domain.name, account.id);
  const common = {
    name: domain.name,
    account,
    names,
    tenantPerContactCenter: domain.tenantPerContactCenter,
    content: domain.content,
    ...(domain.content === "function" && { contentFunction: resolveContentFunction(domain) }),
    people: resolvePeople(domain, account, names),
  };
  const { adopt, create } = domain;
  if (adopt) {
    return {
      ...common,
      domainName: adopt.arn.split("/")[1] ?? "",
      arn: adopt.arn,
      endpoint: adopt.endpoint,
      ...(adopt.customEndpoint && { customEndpoint: adopt.customEndpoint }),
      ...resolveEngine(adopt.engineVersion),
      insideVpc: isInsideVpc(adopt),
      shards: adopt.shards,
      replicas: adopt.replicas,
      contentRoleArn: adopt.contentRoleArn,
      source: { kind: "adopted" },
    };
  }
  if (!create) throw new Error(`Domain ${domain.name} is neither created nor adopted.`);
  const { engineVersion, ...created } = create;
  const facts = sizeFactsOf(create);
  if (!facts) throw new Error(`Domain ${domain.name} has no size; the rules refuse this.`);
  const madeRoleArn = roleArn(account, names.contentRole);
  return {
    ...common,
    domainName: names.domain,
    arn: domainArn(names.domain, account),
    ...(domain.endpoint && { endpoint: domain.endpoint }),
    ...(create.customEndpoint && { customEndpoint: create.customEndpoint.host }),
    ...resolveEngine(engineVersion),
    insideVpc: create.vpc !== undefined,
    shards: facts.shards,
    replicas: facts.replicas,
    contentRoleArn: create.contentRoleArn ?? account.roleArn ?? madeRoleArn,
    source: {
      kind: "created",
      ...created,
      facts,
      makesContentRole: create.contentRoleArn === undefined && account.roleArn === undefined,
    },
  };
}

/** A function for a created domain inside a VPC is in the domain's own subnets. */
function resolveContentFunction({
  contentFunction,
  create,
}: DomainFile): NonNullable<Domain["contentFunction"]> {
  const vpc = contentFunction?.vpc ?? create?.vpc;
  return { existingIndices: contentFunction?.existingIndices ?? false, ...(vpc && { vpc }) };
}

function resolveEngine(
  engineVersion: string | undefined,
): Pick<Domain, "engineVersion" | "namesEngineVersion"> {
  return {
    engineVersion: engineVersion ?? `${ENGINE_PREFIX}${UNNAMED_ENGINE}`,
    namesEngineVersion: engineVersion !== undefined,
  };
}

function resolveContactCenter(
  file: ConfigurationFile,
  center: ContactCenterFile,
  domains: readonly Domain[],
): ContactCenter {
  const {
    account: accountName,
    alerts,
    archive,
    region,
    domain: domainName,
    instance,
    queueDepth,
    signIn,
    vpc,
    ...rest
  } = center;
  const account = accountOf(file, accountName, region);
  const domain = domains.find((candidate) =>
    domainName === undefined
      ? candidate.account.region === account.region
      : candidate.name === domainName,
  );
  if (!domain)
    throw new Error(`No domain serves ${center.alias}; the rules should have refused this.`);
  const names = contactCenterNames(file.name, center.alias, account.id);
  return {
    ...rest,
    contactRecords: withShards("contactRecords", center),
    agentEvents: withShards("agentEvents", center),
    title: center.title ?? center.alias,
    language: center.language ?? file.language,
    account,
    domain,
    instance: resolveInstance(account, instance),
    alerts: resolveAlerts({ alerts, businessHours: rest.businessHours }),
    ...(queueDepth !== false && { queueDepth: resolveSchedule(queueDepth) }),
    ...(archive !== false && { archiveRetentionDays: archive.retentionDays }),
    ...(signIn !== false && { signIn }),
    ...withVpc(vpc ?? vpcOfDomain(domain, account)),
    names,
    deliveryRoleArn: roleArn(account, names.deliveryRole),
    queueDepthRoleArn: roleArn(account, names.queueDepthRole),
    reportRoleArn: roleArn(account, names.reportRole),
    reconciliationRoleArn: roleArn(account, names.reconciliationRole),
  };
}

/** Shards that the file names, or those of the expected agents; absent: the stream keeps its capacity. */
function withShards<S extends RecordStream>(kind: S, center: ContactCenterFile) {
  const delivery: ContactCenterFile[S] = center[kind];
  const { mode, shards } = delivery.stream;
  if (center.agents === undefined || mode === "on-demand" || shards !== undefined) return delivery;
  return {
    ...delivery,
    stream: { ...delivery.stream, shards: shardsFor(kind, center.agents) },
  };
}

function resolveSchedule({
  pollIntervalMinutes,
  tickMinutes,
  ...history
}: Exclude<ContactCenterFile["queueDepth"], false>): QueueDepthSchedule {
  return {
    ...history,
    pollIntervalMinutes: pollIntervalMinutes ?? tickMinutes ?? DEFAULT_POLL_INTERVAL_MINUTES,
    usesTickMinutes: tickMinutes !== undefined,
  };
}

/** A domain in a VPC of the contact center's own account is reached from its own subnets. */
function vpcOfDomain(domain: Domain, account: Account): ContactCenterFile["vpc"] {
  if (domain.source.kind !== "created" || domain.account.id !== account.id) return undefined;
  return domain.source.vpc && { ...domain.source.vpc, connectEndpoint: false };
}

function withVpc(vpc: ContactCenterFile["vpc"]): Pick<ContactCenter, "vpc"> {
  return vpc ? { vpc } : {};
}

function resolveInstance(account: Account, instance: ContactCenterFile["instance"]): Instance {
  if (instance.create) return { kind: "created", ...instance.create };
  const id = instance.id ?? "";
  return {
    kind: "adopted",
    id,
    arn: `arn:${account.partition}:connect:${account.region}:${account.id}:instance/${id}`,
    identityManagement: instance.identityManagement,
  };
}

function onlyKey(record: Readonly<Record<string, unknown>>): string | undefined {
  const keys = Object.keys(record);
  return keys.length === 1 ? keys[0] : undefined;
}
