import { randomUUID } from "node:crypto";
import type { Amendment } from "../front/amendment";
import {
  type AwsAnswer,
  type AwsRequest,
  errorAnswer,
  inputOf,
  jsonAnswer,
} from "../front/aws-request";
import type { ConnectInstances } from "./connect-instances";

/** Where a Connect instance puts its records. */
export interface StorageConfig {
  readonly StorageType: string;
  readonly KinesisStreamConfig?: { readonly StreamArn: string };
  readonly KinesisFirehoseConfig?: { readonly FirehoseArn: string };
}

interface Association {
  readonly instanceId: string;
  readonly type: string;
  config: StorageConfig & { readonly AssociationId: string };
}

interface StorageInput {
  readonly ResourceType?: string;
  readonly StorageConfig?: StorageConfig;
}

const PATH = /^\/instance\/([^/]+)\/(storage-configs?)(?:\/([^/]+))?$/;

/** Storage configurations of Connect instances. */
export class ConnectStorage implements Amendment {
  readonly id = "connect-storage-configs";
  readonly service = "connect";
  readonly gap = "There is no Amazon Connect.";
  readonly follows =
    "AssociateInstanceStorageConfig, Describe, Update, Disassociate and List…StorageConfig, one association for each instance and resource type; Amazon S3 storage, whose types take several, is left out.";
  readonly #associations = new Map<string, Association>();
  readonly #instances: ConnectInstances;

  constructor(instances: ConnectInstances) {
    this.#instances = instances;
  }

  /** Where records of the type go. */
  configOf(instanceId: string, resourceType: string): StorageConfig | undefined {
    return this.#ofType(instanceId, resourceType)?.config;
  }

  /** Ids of the instances that have associations. */
  get instanceIds(): readonly string[] {
    return [...new Set([...this.#associations.values()].map(({ instanceId }) => instanceId))];
  }

  answer(request: AwsRequest): AwsAnswer | undefined {
    const [, instanceId = "", collection, id = ""] = PATH.exec(request.url.pathname) ?? [];
    if (collection === undefined) return undefined;
    if (!this.#instances.find(instanceId)) return notFound(`There is no instance ${instanceId}.`);
    const input = request.body.length > 0 ? inputOf<StorageInput>(request) : {};
    const type = request.url.searchParams.get("resourceType") ?? input.ResourceType ?? "";
    if (collection === "storage-configs") {
      const found = this.#ofType(instanceId, type);
      return jsonAnswer(200, { StorageConfigs: found ? [found.config] : [] });
    }
    if (request.method === "PUT") return this.#associate(instanceId, type, input);
    const found = this.#associations.get(id);
    if (found?.type !== type || found.instanceId !== instanceId)
      return notFound(`There is no association ${id} of ${type}.`);
    return this.#answerOne(request.method, id, found, input);
  }

  #associate(instanceId: string, type: string, { StorageConfig }: StorageInput): AwsAnswer {
    if (!StorageConfig) return errorAnswer(400, "InvalidRequestException", "StorageConfig?");
    if (this.#ofType(instanceId, type)) {
      return errorAnswer(409, "ResourceConflictException", `${type} has an association already.`);
    }
    const AssociationId = randomUUID();
    const config = { ...StorageConfig, AssociationId };
    this.#associations.set(AssociationId, { instanceId, type, config });
    return jsonAnswer(200, { AssociationId });
  }

  #answerOne(method: string, id: string, found: Association, input: StorageInput): AwsAnswer {
    if (method === "GET") return jsonAnswer(200, { StorageConfig: found.config });
    if (method === "DELETE") this.#associations.delete(id);
    else if (input.StorageConfig) found.config = { ...input.StorageConfig, AssociationId: id };
    return jsonAnswer(200, {});
  }

  #ofType(instanceId: string, type: string): Association | undefined {
    return [...this.#associations.values()].find(
      (association) => association.instanceId === instanceId && association.type === type,
    );
  }
}

function notFound(message: string): AwsAnswer {
  return errorAnswer(404, "ResourceNotFoundException", message);
}
