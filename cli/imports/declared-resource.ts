import { arnOf } from "../../aws/arns";
import type { Place } from "../../aws/place";
import { IMPORT_RULES } from "./import-rules";

type Attributes = Readonly<Record<string, unknown>>;

/** Resources of a synthesized stack: type, logical id, attributes. */
export type Resources = Readonly<Record<string, Readonly<Record<string, Attributes>>>>;

const REFERENCE = /^\$\{(aws_\w+)\.([\w-]+)\.\w+\}$/;

/** A resource of a synthesized stack, read for its import id. */
export class DeclaredResource {
  readonly type: string;
  readonly logicalId: string;
  readonly place: Place;
  readonly #resources: Resources;

  constructor(resources: Resources, place: Place, type: string, logicalId: string) {
    this.type = type;
    this.logicalId = logicalId;
    this.place = place;
    this.#resources = resources;
  }

  get address(): string {
    return `${this.type}.${this.logicalId}`;
  }

  /** Name of the input variable that holds what the lookup prints. */
  get variable(): string {
    return `found_${this.logicalId.replaceAll("-", "_")}`;
  }

  /** The import id, or undefined: the type has no rule. */
  get importId(): string | undefined {
    return IMPORT_RULES[this.type]?.id(this, `\${var.${this.variable}}`);
  }

  /** The attribute as it is written, or the import id of the resource that it refers to. */
  text(attribute: string): string {
    const value = this.#attributes[attribute];
    const text = typeof value === "string" ? value : "";
    const [, type = "", logicalId = ""] = REFERENCE.exec(text) ?? [];
    const referenced = type === "" ? text : this.#other(type, logicalId).importId;
    if (!referenced) throw new Error(`${this.address} has no ${attribute} that an import can use.`);
    return referenced;
  }

  /** Value of a tag. */
  tag(name: string): string {
    const value = (this.#attributes["tags"] as Readonly<Record<string, string>> | undefined)?.[
      name
    ];
    if (value === undefined) throw new Error(`${this.address} has no tag ${name}.`);
    return value;
  }

  arn(service: string, resource: string): string {
    return arnOf(service, resource, this.place);
  }

  /** ARN of a resource of a service without Regions. */
  globalArn(service: string, resource: string): string {
    return arnOf(service, resource, { ...this.place, region: "" });
  }

  /** The resource of the type whose attribute refers to this one. */
  referredToBy(type: string, attribute: string): DeclaredResource {
    const found = Object.entries(this.#resources[type] ?? {}).find(([, attributes]) =>
      String(attributes[attribute]).startsWith(`\${${this.address}.`),
    );
    if (!found) throw new Error(`No ${type} refers to ${this.address}.`);
    return this.#other(type, found[0]);
  }

  get #attributes(): Attributes {
    return this.#resources[this.type]?.[this.logicalId] ?? {};
  }

  #other(type: string, logicalId: string): DeclaredResource {
    return new DeclaredResource(this.#resources, this.place, type, logicalId);
  }
}
