import { randomUUID } from "node:crypto";
import type { Amendment } from "../front/amendment";
import {
  type AwsAnswer,
  type AwsRequest,
  errorAnswer,
  inputOf,
  jsonAnswer,
} from "../front/aws-request";

/** Where a Connect instance puts its records. */
export interface StorageConfig {
  readonly StorageType: string;
  readonly KinesisStreamConfig?: { readonly StreamArn: string };
}

interface Association {
  readonly type: string;
  config: StorageConfig & { readonly AssociationId: string };
}

interface StorageInput {
  readonly ResourceType?: string;
  readonly StorageConfig?: StorageConfig;
}

const PATH = /^\/instance\/([^/]+)\/(storage-configs?)(?:\/([^/]+))?$/;

/** Storage configurations of one Connect instance. */
export class ConnectStorage implements Amendment {
  readonly id = "connect-storage-configs";
  readonly service = "connect";
  readonly gap = "There is no Amazon Connect.";
  readonly follows =
    "AssociateInstanceStorageConfig, Describe, Update, Disassociate and List…StorageConfig of one instance, one association for each resource type; Amazon S3 storage, whose types take several, is left out.";
  readonly #associations = new Map<string, Association>();
  readonly #instanceId: string;

  constructor(instanceId: string) {
    this.#instanceId = instanceId;
  }

  /** ARN of the Kinesis stream that records of the type go to. */
  streamOf(resourceType: string): string | undefined {
    return this.#ofType(resourceType)?.config.KinesisStreamConfig?.StreamArn;
  }

  /** How many associations there are. */
  get size(): number {
    return this.#associations.size;
  }

  answer(request: AwsRequest): AwsAnswer | undefined {
    const [, instance, collection, id = ""] = PATH.exec(request.url.pathname) ?? [];
    if (collection === undefined) return undefined;
    if (instance !== this.#instanceId) return notFound(`There is no instance ${instance ?? ""}.`);
    const input = request.body.length > 0 ? inputOf<StorageInput>(request) : {};
    const type = request.url.searchParams.get("resourceType") ?? input.ResourceType ?? "";
    if (collection === "storage-configs") {
      const found = this.#ofType(type);
      return jsonAnswer(200, { StorageConfigs: found ? [found.config] : [] });
    }
    if (request.method === "PUT") return this.#associate(type, input);
    const found = this.#associations.get(id);
    if (found?.type !== type) return notFound(`There is no association ${id} of ${type}.`);
    return this.#answerOne(request.method, id, found, input);
  }

  #associate(type: string, { StorageConfig }: StorageInput): AwsAnswer {
    if (!StorageConfig) return errorAnswer(400, "InvalidRequestException", "StorageConfig?");
    if (this.#ofType(type)) {
      return errorAnswer(409, "ResourceConflictException", `${type} has an association already.`);
    }
    const AssociationId = randomUUID();
    this.#associations.set(AssociationId, { type, config: { ...StorageConfig, AssociationId } });
    return jsonAnswer(200, { AssociationId });
  }

  #answerOne(method: string, id: string, found: Association, input: StorageInput): AwsAnswer {
    if (method === "GET") return jsonAnswer(200, { StorageConfig: found.config });
    if (method === "DELETE") this.#associations.delete(id);
    else if (input.StorageConfig) found.config = { ...input.StorageConfig, AssociationId: id };
    return jsonAnswer(200, {});
  }

  #ofType(type: string): Association | undefined {
    return [...this.#associations.values()].find((association) => association.type === type);
  }
}

function notFound(message: string): AwsAnswer {
  return errorAnswer(404, "ResourceNotFoundException", message);
}
