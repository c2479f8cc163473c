import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

interface Member {
  readonly shape: string;
  /** Its name on the wire, where that differs. */
  readonly locationName?: string;
  /** Part of the request that it is in: `uri`, `querystring`, `header`; absent: the body. */
  readonly location?: string;
}

/** A shape of an AWS service model, as far as requests are checked against it. */
export interface Shape {
  readonly type: string;
  readonly required?: readonly string[];
  readonly members?: Readonly<Record<string, Member>>;
  readonly member?: Member;
  readonly min?: number;
  readonly max?: number;
  readonly pattern?: string;
  readonly enum?: readonly string[];
  readonly document?: boolean;
}

interface Operation {
  readonly input?: { readonly shape: string };
  readonly http?: { readonly method: string; readonly requestUri: string };
}

interface Model {
  readonly metadata: { readonly targetPrefix?: string };
  readonly operations: Readonly<Record<string, Operation>>;
  readonly shapes: Readonly<Record<string, Shape>>;
}

/**
 * AWS's own description of a service. Emulators accept what AWS would refuse (a name that is too long,
 * a character that is not allowed); this finds it.
 */
export class ServiceModel {
  readonly #model: Model;
  readonly #freeText: readonly string[];

  /**
   * @param folder - botocore's data folder.
   * @param freeText - members that are not checked, because the emulator's own ids are no real ones.
   */
  constructor(folder: string, service: string, freeText: readonly string[] = []) {
    this.#freeText = freeText;
    const version = readdirSync(join(folder, service)).sort().at(-1) ?? "";
    const packed = readFileSync(join(folder, service, version, "service-2.json.gz"));
    this.#model = JSON.parse(gunzipSync(packed).toString()) as Model;
  }

  /** Prefix of the `X-Amz-Target` header of its requests. */
  public get target(): string {
    return this.#model.metadata.targetPrefix ?? "";
  }

  /** The operation of a request in a REST protocol, or undefined. */
  public operationAt(method: string, path: string): string | undefined {
    const found = Object.entries(this.#model.operations).find(
      ([, { http }]) => http?.method === method && uriPattern(http.requestUri).test(path),
    );
    return found?.[0];
  }

  /** Shape of an operation's input, or undefined: it has none. */
  public inputOf(operation: string): string | undefined {
    return this.#model.operations[operation]?.input?.shape;
  }

  public shape(name: string): Shape | undefined {
    return this.#model.shapes[name];
  }

  /** What AWS would refuse in the request. */
  public problemsOf(operation: string, input: unknown): readonly string[] {
    const known = this.#model.operations[operation];
    if (!known) return [`${operation} is no operation of this service`];
    // DescribeOrganization of AWS Organizations, for one, has no input.
    return known.input ? this.#check(known.input.shape, input, operation) : [];
  }

  #check(name: string, value: unknown, path: string): readonly string[] {
    const shape = this.#model.shapes[name];
    if (!shape || shape.document) return [];
    if (shape.type === "structure") return this.#checkStructure(shape, value, path);
    if (shape.type === "list") return this.#checkList(shape, value, path);
    const isText = shape.type === "string" && typeof value === "string";
    return isText ? checkText(shape, value, path) : [];
  }

  #checkStructure(shape: Shape, value: unknown, path: string): readonly string[] {
    const given = value as Readonly<Record<string, unknown>>;
    const missing = (shape.required ?? []).filter((key) => given[key] === undefined);
    return [
      ...missing.map((key) => `${path}.${key} is missing`),
      ...Object.entries(given).flatMap(([key, inner]) => {
        const member = shape.members?.[key];
        if (this.#freeText.includes(key)) return [];
        return member
          ? this.#check(member.shape, inner, `${path}.${key}`)
          : [`${path}.${key} is not known`];
      }),
    ];
  }

  #checkList(shape: Shape, value: unknown, path: string): readonly string[] {
    const items = value as readonly unknown[];
    const inner = shape.member?.shape ?? "";
    return [
      ...checkSize(shape, items.length, path),
      ...items.flatMap((item, index) => this.#check(inner, item, `${path}[${index}]`)),
    ];
  }
}

/** `/instance/{InstanceId}/x?y` → a pattern for paths; `{Key+}` reaches over slashes. */
function uriPattern(uri: string): RegExp {
  const path = uri.replace(/\?.*$/, "").replace(/\/$/, "");
  const pattern = path.replace(/\{(\w+)(\+?)\}/g, (_, __, greedy) => (greedy ? ".+" : "[^/]+"));
  return new RegExp(`^${pattern}/?$`);
}

function checkText(shape: Shape, text: string, path: string): readonly string[] {
  return [
    ...checkSize(shape, text.length, path),
    ...(shape.enum && !shape.enum.includes(text) ? [`${path} ${text} is none of its values`] : []),
    ...(shape.pattern && !fits(shape.pattern, text)
      ? [`${path} ${text} does not fit ${shape.pattern}`]
      : []),
  ];
}

function checkSize({ min = 0, max = Infinity }: Shape, size: number, path: string): string[] {
  return size < min || size > max ? [`${path} has ${size}, allowed are ${min} to ${max}`] : [];
}

function fits(pattern: string, text: string): boolean {
  // Only patterns with Unicode classes need the flag, and others may hold escapes that it forbids.
  return new RegExp(`^(?:${pattern})$`, pattern.includes("\\p{") ? "u" : "").test(text);
}
