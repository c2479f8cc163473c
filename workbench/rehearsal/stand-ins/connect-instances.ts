import { randomUUID } from "node:crypto";
import { SimulatedInstance } from "../../simulator/connect-instance";
import type { Sessions } from "../emulator/sessions";
import type { Amendment } from "../front/amendment";
import {
  type AwsAnswer,
  type AwsRequest,
  errorAnswer,
  inputOf,
  jsonAnswer,
} from "../front/aws-request";

export interface ConnectInstancesProps {
  readonly sessions: Sessions;
  /** Instances by id, as the simulator's Connect API has them: an instance is added and removed here. */
  readonly simulated: Map<string, SimulatedInstance>;
}

/** An instance as Terraform creates it. */
interface InstanceInput {
  readonly InstanceAlias?: string;
  readonly IdentityManagementType?: string;
  readonly InboundCallsEnabled?: boolean;
  readonly OutboundCallsEnabled?: boolean;
  readonly Tags?: Readonly<Record<string, string>>;
}

/** A Connect instance: one that exists before the first apply, or one that Terraform has created. */
export interface LocalInstance {
  readonly id: string;
  readonly arn: string;
  /** What its queues contain. */
  readonly simulated: SimulatedInstance;
  /** How it was created; absent: it exists before the first apply. */
  readonly created?: InstanceInput & {
    /** Seconds since 1970. */
    readonly at: number;
    /** Toggles of features, by the type of the attribute. */
    readonly attributes: Map<string, string>;
  };
}

const PATH = /^\/instance(?:\/([^/]+))?(?:\/attribute\/([^/]+))?$/;
const QUEUES = 2;

/** Amazon Connect instances: those that exist, and those that Terraform creates. */
export class ConnectInstances implements Amendment {
  readonly id = "connect-instances";
  readonly service = "connect";
  readonly gap = "There is no Amazon Connect.";
  readonly follows =
    "CreateInstance, DescribeInstance, DeleteInstance, DescribeInstanceAttribute and UpdateInstanceAttribute; an instance is active at once, and directories and quotas are left out.";
  readonly #instances = new Map<string, LocalInstance>();
  readonly #props: ConnectInstancesProps;

  constructor(props: ConnectInstancesProps) {
    this.#props = props;
  }

  /** Adds an instance that exists. */
  add(arn: string): LocalInstance {
    return this.#keep({ id: idOf(arn), arn, simulated: withQueues(idOf(arn)) });
  }

  /** The instance with this id. */
  find(id: string): LocalInstance | undefined {
    return this.#instances.get(id);
  }

  /** Instances that Terraform has created. */
  get created(): readonly LocalInstance[] {
    return [...this.#instances.values()].filter(({ created }) => created !== undefined);
  }

  answer(request: AwsRequest): AwsAnswer | undefined {
    const match = PATH.exec(request.url.pathname);
    if (!match) return undefined;
    const [, id, attribute] = match;
    if (id === undefined) return this.#create(request);
    const found = this.find(id);
    if (!found?.created) {
      return errorAnswer(404, "ResourceNotFoundException", `There is no instance ${id}.`);
    }
    if (attribute !== undefined) return answerAttribute(request, found.created, attribute);
    if (request.method === "DELETE") {
      this.#instances.delete(id);
      this.#props.simulated.delete(id);
      return jsonAnswer(200, {});
    }
    return jsonAnswer(200, { Instance: described(found) });
  }

  #create(request: AwsRequest): AwsAnswer {
    const input = inputOf<InstanceInput>(request);
    const taken = this.created.some(
      ({ created }) => created?.InstanceAlias === input.InstanceAlias,
    );
    if (taken) return errorAnswer(400, "InvalidRequestException", "The alias is taken.");
    const id = randomUUID();
    const account = this.#props.sessions.accountOf(request.accessKeyId);
    const attributes = new Map([
      ["INBOUND_CALLS", String(input.InboundCallsEnabled)],
      ["OUTBOUND_CALLS", String(input.OutboundCallsEnabled)],
    ]);
    const { arn } = this.#keep({
      ...{ id, simulated: withQueues(id) },
      arn: `arn:aws:connect:${request.region}:${account}:instance/${id}`,
      created: { ...input, at: Date.now() / 1_000, attributes },
    });
    return jsonAnswer(200, { Id: id, Arn: arn });
  }

  #keep(instance: LocalInstance): LocalInstance {
    this.#instances.set(instance.id, instance);
    this.#props.simulated.set(instance.id, instance.simulated);
    return instance;
  }
}

function answerAttribute(
  request: AwsRequest,
  { attributes }: NonNullable<LocalInstance["created"]>,
  AttributeType: string,
): AwsAnswer {
  if (request.method === "POST") {
    const { Value = "" } = inputOf<{ readonly Value?: string }>(request);
    attributes.set(AttributeType, Value);
    return jsonAnswer(200, {});
  }
  const Value = attributes.get(AttributeType) ?? "false";
  return jsonAnswer(200, { Attribute: { AttributeType, Value } });
}

function described({ arn, created, id }: LocalInstance): object {
  const { at, attributes, ...input } = created ?? {};
  return {
    ...input,
    ...{ Id: id, Arn: arn, CreatedTime: at, InstanceStatus: "ACTIVE" },
    InboundCallsEnabled: attributes?.get("INBOUND_CALLS") === "true",
    OutboundCallsEnabled: attributes?.get("OUTBOUND_CALLS") === "true",
    ServiceRole: `arn:aws:iam::${arn.split(":")[4] ?? ""}:role/aws-service-role/connect.amazonaws.com/AWSServiceRoleForAmazonConnect_rehearsal`,
  };
}

/** Queues are there before the first reading: the function keeps their list for a while. */
function withQueues(id: string): SimulatedInstance {
  const instance = new SimulatedInstance(id);
  instance.addQueues(QUEUES);
  return instance;
}

function idOf(arn: string): string {
  return arn.split("/").at(-1) ?? "";
}
