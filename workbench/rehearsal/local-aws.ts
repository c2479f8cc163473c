import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { roleNameOf } from "../../aws/arns";
import { OpenSearchClient } from "../opensearch/client";
import type { EngineVersion } from "../opensearch/engines";
import type { OpenSearchNode } from "../opensearch/node";
import { startOpenSearch } from "../opensearch/node";
import { ConnectApiStandIn } from "../simulator/connect-api";
import { SimulatedInstance } from "../simulator/connect-instance";
import type { BulkResult } from "../simulator/delivery";
import { DomainEndpoint } from "./domain/domain-endpoint";
import { AwsClient, rootOf } from "./emulator/aws-client";
import { freePort } from "../testing/free-port";
import { serviceModels } from "./emulator/installation";
import { type Ministack, startMinistack } from "./emulator/ministack";
import { Sessions } from "./emulator/sessions";
import { amendments } from "./front/amendments";
import { Front } from "./front/front";
import { RequestCheck } from "./front/request-check";
import { AppliedRoles } from "./iam/applied-roles";
import { Authorizer } from "./iam/authorizer";
import { FirehoseDelivery } from "./stand-ins/firehose-delivery";

/** An account that exists before the first apply. */
export interface LocalAccount {
  /** Account id, 12 digits. */
  readonly id: string;
  /** ARN of the role that Terraform assumes. @default none: Terraform signs as the account's root user */
  readonly deployRoleArn?: string;
}

export interface LocalAwsProps {
  readonly accounts: readonly LocalAccount[];
  /** ARN of the Connect instance, which is there before the first apply. */
  readonly instanceArn: string;
  readonly domainName: string;
  readonly domainArn: string;
  /** Seconds that a minute of Firehose's buffering takes. @default 2 */
  readonly secondsPerMinute?: number;
}

const FUNCTION_LINES = /ESM|EventBridge|lambda|"level"|Error/;
const FUNCTION_LINE_COUNT = 12;
const QUEUES = 2;
/** A policy is in force late, as on AWS, so that a missing `depends_on` shows. */
const DELAYS = { PutRolePolicy: 3_000 };
const EMULATOR_LOG = "ministack.log";
const DEFAULT_SECONDS_PER_MINUTE = 2;

/** AWS on this machine, with one or more accounts: the emulator, the stand-ins, the front, and a domain's OpenSearch. */
export class LocalAws {
  readonly #parts: Parts;

  private constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Starts everything but OpenSearch, which takes longest; see {@link startDomain}. */
  static async start(props: LocalAwsProps): Promise<LocalAws> {
    const folder = await mkdtemp(join(tmpdir(), "switchboard-rehearsal-"));
    const { domainArn, domainName, instanceArn } = props;
    const [, , , region = "", account = ""] = domainArn.split(":");
    const port = await freePort();
    const { address, server } = await DomainEndpoint.listen();
    const sessions = new Sessions(join(folder, "sessions.jsonl"));
    // Past the front: requests of the rehearsal itself are neither counted nor amended.
    const administrator = new AwsClient({
      ...{ url: `http://127.0.0.1:${port}`, region },
      credentials: rootOf(account),
    });
    const roles = new AppliedRoles(administrator);
    const authorizer = new Authorizer(roles);
    const connect = await ConnectApiStandIn.start();
    const instance = connect.add(new SimulatedInstance(instanceArn.split("/").at(-1)));
    // Before the first tick: the function keeps the list of queues for a while.
    instance.addQueues(QUEUES);
    const amended = amendments({
      ...{ instanceArn, sessions, authorizer },
      domain: { arn: domainArn, endpoint: address },
      connectUrl: connect.url,
    });
    const check = new RequestCheck(await serviceModels());
    const front = await Front.start({
      ...{ emulatorPort: port, amendments: amended.all, delays: DELAYS, check },
    });
    const ministack = await startMinistack({
      ...{ port, account, region, endpointUrl: front.url, domainEndpoint: address },
      logFile: join(folder, EMULATOR_LOG),
      sessionsFile: join(folder, "sessions.jsonl"),
    });
    const domain = DomainEndpoint.on(server, {
      ...{ domainName, domainArn, sessions, authorizer, settings: amended.domainSettings },
    });
    const delivery = new FirehoseDelivery({
      ...{ firehose: amended.firehose, authorizer, aws: administrator },
      domains: amended.domainSettings,
      secondsPerMinute: props.secondsPerMinute ?? DEFAULT_SECONDS_PER_MINUTE,
      bulk: async (role, lines) => {
        const body = Buffer.from(lines.map((line) => `${line}\n`).join(""));
        const headers = { "content-type": "application/x-ndjson" };
        const sent = await domain.send(role, { method: "POST", path: "/_bulk", body, headers });
        if (sent.status !== 200) throw new Error(`_bulk: ${sent.status} ${sent.body}`);
        return JSON.parse(sent.body) as BulkResult;
      },
    });
    delivery.start();
    const deployRoles = props.accounts.flatMap(({ deployRoleArn = [] }) => deployRoleArn);
    await Promise.all(deployRoles.map((arn) => roles.createAdministrator(arn)));
    return new LocalAws({
      ...{ folder, ministack, front, domain, delivery, connect, instance, roles, amended, check },
      ...{ administrator, authorizer, sessions, deployRoles, domainAddress: address },
      accounts: props.accounts.map(({ id }) => id),
    });
  }

  /**
   * Starts the domain's OpenSearch; until then the endpoint answers 503.
   * @param engine Default: the one that the environment names, or the workbench's
   */
  async startDomain(engine?: EngineVersion): Promise<void> {
    const node = await startOpenSearch({
      ...{ heap: "512m", shortLived: true, security: true },
      ...(engine !== undefined && { engine }),
    });
    this.#parts.node = node;
    this.#parts.domain.openSearchUrl = node.url;
  }

  /** OpenSearch as its administrator, past the endpoint. */
  get openSearch(): OpenSearchClient {
    const { node } = this.#parts;
    if (!node) throw new Error("OpenSearch is not started.");
    return new OpenSearchClient(node.url, node.administrator);
  }

  /** Ids of all accounts. */
  get accounts(): readonly string[] {
    return this.#parts.accounts;
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
  get domain(): DomainEndpoint {
    return this.#parts.domain;
  }
  /** URL of the domain's endpoint. */
  get domainUrl(): string {
    return `http://${this.#parts.domainAddress}`;
  }
  get delivery(): FirehoseDelivery {
    return this.#parts.delivery;
  }
  get instance(): SimulatedInstance {
    return this.#parts.instance;
  }
  get roles(): AppliedRoles {
    return this.#parts.roles;
  }
  get amended(): ReturnType<typeof amendments> {
    return this.#parts.amended;
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
    const { connect, delivery, domain, folder, front, ministack, node } = this.#parts;
    await delivery.stop();
    await ministack.stop();
    await Promise.all([front.stop(), domain.stop(), connect.stop(), node?.stop()]);
    await rm(folder, { recursive: true, force: true });
  }
}

interface Parts {
  readonly accounts: readonly string[];
  readonly deployRoles: readonly string[];
  readonly sessions: Sessions;
  readonly folder: string;
  readonly ministack: Ministack;
  readonly administrator: AwsClient;
  readonly authorizer: Authorizer;
  readonly roles: AppliedRoles;
  readonly front: Front;
  readonly check: RequestCheck;
  readonly amended: ReturnType<typeof amendments>;
  readonly domain: DomainEndpoint;
  readonly domainAddress: string;
  readonly delivery: FirehoseDelivery;
  readonly connect: ConnectApiStandIn;
  readonly instance: SimulatedInstance;
  node?: OpenSearchNode;
}
