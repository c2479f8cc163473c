import { type Shape, ServiceModel } from "../../testing/service-model";
import { FREE_TEXT } from "../identity-center/free-text";
import { type FormTree, formTree, without } from "../stand-ins/form-tree";
import { type AwsRequest, inputOf } from "./aws-request";

/** Folders of botocore's service models, by signing name. S3's protocol is XML, which is not checked. */
const MODELS: Readonly<Record<string, string>> = {
  ...{ connect: "connect", es: "opensearch", events: "events", firehose: "firehose", iam: "iam" },
  ...{ kinesis: "kinesis", kms: "kms", lambda: "lambda", logs: "logs", monitoring: "cloudwatch" },
  ...{ scheduler: "scheduler", sns: "sns", sqs: "sqs", sts: "sts" },
  ...{ identitystore: "identitystore", organizations: "organizations", sso: "sso-admin" },
};
const NOT_CHECKED: Readonly<Record<string, readonly string[]>> = FREE_TEXT;

/** Holds requests of the JSON, query and REST-JSON protocols against AWS's own service models. */
export class RequestCheck {
  readonly #models = new Map<string, ServiceModel>();
  readonly #folder: string;
  /** How many requests were checked. */
  checked = 0;

  /** @param folder botocore's data folder */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** What AWS would refuse in the request, one line each. */
  problemsOf(request: AwsRequest): readonly string[] {
    const model = this.#modelOf(request.service);
    if (!model) return [];
    this.checked++;
    if (request.headers["x-amz-target"] !== undefined) {
      return model.problemsOf(request.operation, inputOf(request));
    }
    if (!request.operation.includes(" ")) return this.#problemsOfForm(model, request);
    return this.#problemsOfRest(model, request);
  }

  #problemsOfForm(model: ServiceModel, { body, operation }: AwsRequest): readonly string[] {
    const form = without(formTree(body.toString()), ["Action", "Version"]);
    const shape = model.inputOf(operation);
    if (shape === undefined) return model.problemsOf(operation, {});
    return model.problemsOf(operation, fromForm(model, shape, form));
  }

  #problemsOfRest(model: ServiceModel, request: AwsRequest): readonly string[] {
    const { method, url } = request;
    const operation = model.operationAt(method, url.pathname);
    if (operation === undefined) return [`${request.operation} is no operation of this service`];
    const { members = {} } = model.shape(model.inputOf(operation) ?? "") ?? {};
    const body = request.body.length > 0 ? inputOf<Record<string, unknown>>(request) : {};
    const known = Object.entries(members).flatMap(
      ([name, { location, locationName = name, shape: type }]) => {
        const shape = model.shape(type);
        // Path and headers are there, or the operation would be another.
        if (location === "uri" || location === "header") return [[name, undefined]] as const;
        if (location === "querystring") return [[name, valueIn(url, locationName, shape)]] as const;
        return locationName in body ? ([[name, body[locationName]]] as const) : [];
      },
    );
    const names = Object.entries(members).map(([name, { locationName = name }]) => locationName);
    const unknown = Object.entries(body).filter(([name]) => !names.includes(name));
    const input = Object.fromEntries([...known, ...unknown]);
    const located = Object.entries(members).filter(([, { location }]) => location !== undefined);
    return model
      .problemsOf(operation, withoutEmpty(input))
      .filter((problem) => !located.some(([name]) => problem.endsWith(`.${name} is missing`)));
  }

  #modelOf(service: string): ServiceModel | undefined {
    const name = MODELS[service];
    if (name === undefined) return undefined;
    const model =
      this.#models.get(service) ?? new ServiceModel(this.#folder, name, NOT_CHECKED[service]);
    this.#models.set(service, model);
    return model;
  }
}

/** A list is a parameter that is there several times. */
function valueIn({ searchParams }: URL, name: string, shape: Shape | undefined): unknown {
  if (!searchParams.has(name)) return undefined;
  return shape?.type === "list" ? searchParams.getAll(name) : searchParams.get(name);
}

/** A tree of form parameters as the input that it stands for: lists have members, maps have entries. */
function fromForm(model: ServiceModel, name: string, node: string | FormTree): unknown {
  const shape = model.shape(name);
  if (!shape || typeof node === "string") return node;
  if (shape.type === "list")
    return itemsIn(node).map((item) => fromForm(model, itemOf(shape), item));
  if (shape.type !== "structure") return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => {
      const member = shape.members?.[key];
      return [key, member ? fromForm(model, member.shape, value) : value];
    }),
  );
}

function itemsIn({ member = {} }: FormTree): readonly (string | FormTree)[] {
  return typeof member === "string" ? [] : Object.values(member);
}

function itemOf({ member }: Shape): string {
  return member?.shape ?? "";
}

function withoutEmpty(input: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(
    Object.entries(input).filter(([, value]) => value !== undefined && value !== null),
  );
}
