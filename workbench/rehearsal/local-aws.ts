import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { roleNameOf } from "../../aws/arns";
import type { ContactCenter, Domain } from "../../config/configuration";
import { ConnectApiStandIn } from "../simulator/connect-api";
import type { BulkResult } from "../simulator/delivery";
import { freePort } from "../testing/free-port";
import { DomainEndpoint, type DomainRequest } from "./domain/domain-endpoint";
import { LocalDomain } from "./domain/local-domain";
import { AwsClient, type Place, rootOf } from "./emulator/aws-client";
import { serviceModels } from "./emulator/installation";
import { type Ministack, startMinistack } from "./emulator/ministack";
import { Sessions } from "./emulator/sessions";
import { type Amended, amendments } from "./front/amendments";
import { Front } from "./front/front";
import { RequestCheck } from "./front/request-check";
import { type DirectoryNames, makeOrganization } from "./identity-center/directory";
import { IdentityCenterState } from "./identity-center/identity-center-state";
import { type Moto, startMoto } from "./identity-center/moto";
import { AppliedRoles } from "./iam/applied-roles";
import { Authorizer } from "./iam/authorizer";
import type { LocalInstance } from "./stand-ins/connect-instances";
import { FirehoseDelivery } from "./stand-ins/firehose-delivery";

/** A domain that this machine has OpenSearch for. */
export interface NamedDomain {
  readonly arn: string;
  /** Name of the domain in AWS. */
  readonly name: string;
}

export interface LocalAwsProps {
  /** Every account in every Region that is used; the first is that of callers who name none. */
  readonly places: readonly Place[];
  /** ARNs of the roles that Terraform assumes. @default none: Terraform signs as the account's root user */
  readonly deployRoleArns: readonly string[];
  /** ARNs of the Connect instances that are there before the first apply. */
  readonly instanceArns: readonly string[];
  readonly domains: readonly NamedDomain[];
  /** Account and home Region of IAM Identity Center, with the names in its directory. @default there is none */
  readonly identityCenter?: { readonly place: Place; readonly names: DirectoryNames };
  /** Seconds that a minute of Firehose's buffering takes. @default 0.5 */
  readonly secondsPerMinute?: number;
}

const FUNCTION_LINES = /ESM|EventBridge|lambda|"level"|Error/;
const FUNCTION_LINE_COUNT = 12;
/** A policy is in force late, as on AWS, so that a missing `depends_on` shows. */
const DELAYS = { PutRolePolicy: 3_000 };
const EMULATOR_LOG = "ministack.log";
const DEFAULT_SECONDS_PER_MINUTE = 0.5;

/** AWS on this machine, with one or more accounts: the emulator, the stand-ins, the front, and OpenSearch for each domain. */
export class LocalAws {
  /** Requests that reached the endpoint of a domain, in order. */
  readonly domainRequests: readonly DomainRequest[];
  readonly #parts: Parts;

  private constructor(parts: Parts) {
    this.#parts = parts;
    this.domainRequests = parts.domainRequests;
  }

  /** Starts everything but OpenSearch, which takes longest; see {@link LocalDomain.start}. */
  static async start(props: LocalAwsProps): Promise<LocalAws> {
    const folder = await mkdtemp(join(tmpdir(), "switchboard-rehearsal-"));
    const { deployRoleArns: deployRoles, places } = props;
    const [{ id: account, region } = { id: "", region: "" }] = places;
    const port = await freePort();
    const listening = await Promise.all(
      props.domains.map(async (domain) => ({ ...domain, ...(await DomainEndpoint.listen()) })),
    );
    const sessionsFile = join(folder, "sessions.jsonl");
    const sessions = new Sessions(sessionsFile);
    // Past the front: requests of the rehearsal itself are neither counted nor amended.
    const administrator = new AwsClient({
      ...{ url: `http://127.0.0.1:${port}`, region },
      credentials: rootOf(account),
    });
    const roles = new AppliedRoles(administrator);
    const authorizer = new Authorizer(roles);
    const connect = await ConnectApiStandIn.start();
    const { identityCenter } = props;
    const moto = identityCenter && (await startMoto(identityCenter.place.id));
    const amended = amendments({
      ...{ connect, sessions, authorizer },
      ...(moto && { identityCenter: { account: identityCenter.place.id, port: moto.port } }),
      domains: listening.map(({ address, arn, name }) => ({ arn, name, endpoint: address })),
    });
    for (const arn of props.instanceArns) amended.connectInstances.add(arn);
    const check = new RequestCheck(await serviceModels());
    const front = await Front.start({
      ...{ emulatorPort: port, amendments: amended.all, delays: DELAYS, check },
    });
    const ministack = await startMinistack({
      ...{ port, account, region, sessionsFile, endpointUrl: front.url },
      logFile: join(folder, EMULATOR_LOG),
    });
    const domainRequests: DomainRequest[] = [];
    const domains = new Map(
      listening.map(({ address, arn, name, server }) => {
        const endpoint = DomainEndpoint.on(server, {
          ...{ domainName: name, domainArn: arn, sessions, authorizer },
          ...{ settings: amended.domainSettings, requests: domainRequests },
        });
        return [arn, new LocalDomain({ endpoint, address })];
      }),
    );
    const delivery = new FirehoseDelivery({
      ...{ firehose: amended.firehose, authorizer, aws: administrator },
      domains: amended.domainSettings,
      secondsPerMinute: props.secondsPerMinute ?? DEFAULT_SECONDS_PER_MINUTE,
      bulk: async ({ destination: { RoleARN }, domainArn }, lines) => {
        const body = Buffer.from(lines.map((line) => `${line}\n`).join(""));
        const headers = { "content-type": "application/x-ndjson" };
        const request = { method: "POST", path: "/_bulk", body, headers };
        const sent = await found(domains, domainArn).endpoint.send(RoleARN, request);
        if (sent.status !== 200) throw new Error(`_bulk: ${sent.status} ${sent.body}`);
        return JSON.parse(sent.body) as BulkResult;
      },
    });
    delivery.start();
    await Promise.all(deployRoles.map((arn) => roles.createAdministrator(arn)));
    const ofMoto = moto && identityCenterOf(moto, identityCenter.place);
    const directory = ofMoto && (await makeOrganization(ofMoto, identityCenter.names));
    return new LocalAws({
      ...(moto && { moto }),
      ...(directory && { identityCenter: new IdentityCenterState(ofMoto, directory) }),
      ...{ folder, ministack, front, domains, delivery, connect, roles, amended, check },
      ...{ administrator, authorizer, sessions, deployRoles, places, domainRequests },
    });
  }

  /** What this machine has for the domain. */
  domain({ arn }: Pick<Domain, "arn">): LocalDomain {
    return found(this.#parts.domains, arn);
  }

  /**
   * The Connect instance of the contact center.
   * @throws if Terraform has not created it yet
   */
  instanceOf({ alias, instance }: Pick<ContactCenter, "alias" | "instance">): LocalInstance {
    const { connectInstances } = this.amended;
    const own =
      instance.kind === "adopted"
        ? connectInstances.find(instance.id)
        : connectInstances.created.find(({ created }) => created?.InstanceAlias === instance.alias);
    if (!own) throw new Error(`The Connect instance of ${alias} does not exist.`);
    return own;
  }

  /** Every account in every Region that is used. */
  get places(): readonly Place[] {
    return this.#parts.places;
  }

  /** Whether Terraform has signed with this access key: as a root user, or with a session of a role that it assumes. */
  isOfTerraform(accessKeyId: string): boolean {
    const { deployRoles, sessions } = this.#parts;
    if (/^\d{12}$/.test(accessKeyId)) return true;
    return deployRoles.includes(sessions.find(accessKeyId)?.roleArn ?? "");
  }

  /** Names of the roles that Terraform assumes: no stack creates or destroys them. */
  get deployRoleNames(): readonly string[] {
    return this.#parts.deployRoles.map(roleNameOf);
  }

  get administrator(): AwsClient {
    return this.#parts.administrator;
  }
  get front(): Front {
    return this.#parts.front;
  }
  get requestCheck(): RequestCheck {
    return this.#parts.check;
  }
  get delivery(): FirehoseDelivery {
    return this.#parts.delivery;
  }
  get roles(): AppliedRoles {
    return this.#parts.roles;
  }
  get amended(): Amended {
    return this.#parts.amended;
  }

  /** The state of IAM Identity Center. Absent: no account has one. */
  get identityCenter(): IdentityCenterState | undefined {
    return this.#parts.identityCenter;
  }

  /** How many messages rules have sent to queues, by the emulator's log. */
  eventsRouted(): number {
    return this.#log().split("EventBridge → SQS").length - 1;
  }

  /** The newest lines of the emulator's log about functions. */
  functionErrors(): readonly string[] {
    const lines = this.#log().split("\n");
    return lines.filter((line) => FUNCTION_LINES.test(line)).slice(-FUNCTION_LINE_COUNT);
  }

  #log(): string {
    return readFileSync(join(this.#parts.folder, EMULATOR_LOG), "utf8");
  }

  async stop(): Promise<void> {
    const { connect, delivery, domains, folder, front, ministack, moto } = this.#parts;
    await delivery.stop();
    await Promise.all([ministack.stop(), moto?.stop()]);
    const stopped = [...domains.values()].map((domain) => domain.stop());
    await Promise.all([front.stop(), connect.stop(), ...stopped]);
    await rm(folder, { recursive: true, force: true });
  }
}

function found(domains: ReadonlyMap<string, LocalDomain>, arn: string): LocalDomain {
  const domain = domains.get(arn);
  if (!domain) throw new Error(`This machine has no domain ${arn}.`);
  return domain;
}

/** Administrators of Identity Center, past the front. */
function identityCenterOf({ port }: Moto, { id, region }: Place): AwsClient {
  return new AwsClient({ url: `http://127.0.0.1:${port}`, region, credentials: rootOf(id) });
}

interface Parts {
  readonly places: readonly Place[];
  readonly deployRoles: readonly string[];
  readonly sessions: Sessions;
  readonly folder: string;
  readonly ministack: Ministack;
  readonly moto?: Moto;
  readonly identityCenter?: IdentityCenterState;
  readonly administrator: AwsClient;
  readonly authorizer: Authorizer;
  readonly roles: AppliedRoles;
  readonly front: Front;
  readonly check: RequestCheck;
  readonly amended: Amended;
  /** By ARN. */
  readonly domains: ReadonlyMap<string, LocalDomain>;
  readonly domainRequests: readonly DomainRequest[];
  readonly delivery: FirehoseDelivery;
  readonly connect: ConnectApiStandIn;
}
