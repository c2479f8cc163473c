import { createHash } from "node:crypto";
import { newId } from "../../../workbench/rehearsal/identity-center/answer";
import type { Request } from "../../../workbench/rehearsal/identity-center/answer";

type Handler = (found: readonly string[], request: Request) => unknown;

/** Undefined: not known here. Null: does not exist. */
export type ConnectAnswer = unknown;

interface Named {
  readonly id: string;
  readonly name: string;
}

interface Instance extends Named {
  readonly identityManagement: string;
}

/**
 * The part of Amazon Connect that sign-in needs: instances, the catalog of profiles and hierarchy
 * groups, and users, which it really keeps. Paths and answers are those of the service model.
 */
export class Connect {
  public readonly users = new Map<string, Request>();
  readonly #instances: Instance[] = [];
  readonly #routingProfiles = catalog("routing profile", "Basic Routing Profile", "Night");
  readonly #securityProfiles = catalog(
    "security profile",
    "Admin",
    "Agent",
    "CallCenterManager",
    "QualityAnalyst",
  );
  readonly #hierarchyGroups = catalog("hierarchy group", "Berlin");

  readonly #routes: readonly (readonly [RegExp, Handler])[] = [
    [/^GET \/instance$/, () => ({ InstanceSummaryList: this.#instances.map(instance) })],
    [/^GET \/instance\/([\w-]+)$/, ([id]) => this.#one(this.#instances, id, "Instance", instance)],
    [
      /^GET \/instance\/[\w-]+\/attribute\/(\w+)$/,
      ([type]) => ({ Attribute: { AttributeType: type, Value: "true" } }),
    ],
    [
      /^GET \/routing-profiles-summary\//,
      () => ({ RoutingProfileSummaryList: this.#routingProfiles.map(summary) }),
    ],
    [
      /^GET \/routing-profiles\/[\w-]+\/([\w-]+)$/,
      ([id]) =>
        this.#one(this.#routingProfiles, id, "RoutingProfile", (found) => ({
          RoutingProfileId: found.id,
          RoutingProfileArn: arn(found.id),
          Name: found.name,
        })),
    ],
    [/^GET \/routing-profiles\/.*\/queues$/, () => ({ RoutingProfileQueueConfigSummaryList: [] })],
    [
      /^GET \/security-profiles-summary\//,
      () => ({ SecurityProfileSummaryList: this.#securityProfiles.map(summary) }),
    ],
    [
      /^GET \/security-profiles\/[\w-]+\/([\w-]+)$/,
      ([id]) =>
        this.#one(this.#securityProfiles, id, "SecurityProfile", (found) => ({
          Id: found.id,
          Arn: arn(found.id),
          SecurityProfileName: found.name,
        })),
    ],
    [/^GET \/security-profiles-permissions\//, () => ({ Permissions: [] })],
    [
      /^GET \/user-hierarchy-groups-summary\//,
      () => ({ UserHierarchyGroupSummaryList: this.#hierarchyGroups.map(summary) }),
    ],
    [
      /^GET \/user-hierarchy-groups\/[\w-]+\/([\w-]+)$/,
      ([id]) => this.#one(this.#hierarchyGroups, id, "HierarchyGroup", summary),
    ],
    [/^PUT \/users\/([\w-]+)$/, (_, request) => this.#createUser(request)],
    [/^GET \/users\/[\w-]+\/([\w-]+)$/, ([id = ""]) => this.#describeUser(id)],
    [/^DELETE \/users\/[\w-]+\/([\w-]+)$/, ([id = ""]) => (this.users.delete(id) ? {} : null)],
  ];

  /** Makes an instance known. */
  public add(
    name: string,
    { id = idOf("instance", name), identityManagement = "SAML" } = {},
  ): this {
    this.#instances.push({ id, name, identityManagement });
    return this;
  }

  public answer(operation: string, request: Request = {}): ConnectAnswer {
    for (const [pattern, handler] of this.#routes) {
      const found = pattern.exec(operation);
      if (found) return handler(found.slice(1), request);
    }
    return undefined;
  }

  /** Name of a profile or a hierarchy group. */
  public nameOf(id: unknown): string | undefined {
    const all = [this.#routingProfiles, this.#securityProfiles, this.#hierarchyGroups].flat();
    return all.find((one) => one.id === id)?.name;
  }

  #createUser(request: Request) {
    const id = newUuid();
    this.users.set(id, { ...request, Id: id, Arn: arn(id) });
    return { UserId: id, UserArn: arn(id) };
  }

  #describeUser(id: string) {
    const user = this.users.get(id);
    return user ? { User: user } : null;
  }

  #one<T extends Named>(
    list: readonly T[],
    id: string | undefined,
    key: string,
    show: (one: T) => object,
  ) {
    const found = list.find((candidate) => candidate.id === id);
    return found ? { [key]: show(found) } : null;
  }
}

function catalog(kind: string, ...names: readonly string[]): Named[] {
  return names.map((name) => ({ id: idOf(kind, name), name }));
}

/** The same in every run, so that a kept state knows it. */
function idOf(kind: string, name: string): string {
  const digest = createHash("md5").update(`${kind} ${name}`).digest("hex");
  return [0, 8, 12, 16, 20].map((start, n, all) => digest.slice(start, all[n + 1])).join("-");
}

function newUuid(): string {
  return [8, 4, 4, 4, 12].map(newId).join("-");
}

function arn(id: string): string {
  return `arn:aws:connect:eu-central-1:333333333333:instance/${id}`;
}

function summary({ id, name }: Named) {
  return { Id: id, Arn: arn(id), Name: name };
}

function instance({ id, identityManagement, name }: Instance) {
  return {
    Id: id,
    Arn: arn(id),
    InstanceAlias: name,
    InstanceStatus: "ACTIVE",
    IdentityManagementType: identityManagement,
    InboundCallsEnabled: true,
    OutboundCallsEnabled: true,
    CreatedTime: 1_767_225_600,
  };
}
