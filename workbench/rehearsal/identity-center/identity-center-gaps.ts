import type { Operation, Request } from "./answer";
import { newId, ok, refused, textOf } from "./answer";

interface Tag {
  readonly Key: string;
  readonly Value: string;
}

/**
 * The operations of IAM Identity Center that moto 5.2.5 lacks: applications and their assignments,
 * boundaries, tags, and the state of provisioning. They hold real state and answer as the service model says.
 */
export class IdentityCenterGaps {
  readonly #applications = new Map<string, Request>();
  readonly #assignments = new Map<string, Request>();
  readonly #boundaries = new Map<string, unknown>();
  readonly #tags = new Map<string, readonly Tag[]>();

  readonly #account: string;

  constructor(account: string) {
    this.#account = account;
  }

  public readonly operations: Readonly<Record<string, Operation>> = {
    ListTagsForResource: (request) => ok({ Tags: this.#tagsOf(textOf(request, "ResourceArn")) }),
    TagResource: (request) => this.#tag(request),
    UntagResource: (request) => this.#untag(request),
    DescribePermissionSetProvisioningStatus: (request) => provisioned(request),
    PutPermissionsBoundaryToPermissionSet: (request) => {
      this.#boundaries.set(textOf(request, "PermissionSetArn"), request["PermissionsBoundary"]);
      return ok();
    },
    GetPermissionsBoundaryForPermissionSet: (request) => this.#boundary(request),
    DeletePermissionsBoundaryFromPermissionSet: (request) => {
      this.#boundaries.delete(textOf(request, "PermissionSetArn"));
      return ok();
    },
    CreateApplication: (request) => this.#createApplication(request),
    DescribeApplication: (request) => this.#withApplication(request, (found) => ok(found)),
    UpdateApplication: (request) => this.#updateApplication(request),
    DeleteApplication: (request) => this.#deleteApplication(request),
    CreateApplicationAssignment: (request) => this.#createAssignment(request),
    DescribeApplicationAssignment: (request) => this.#describeAssignment(request),
    DeleteApplicationAssignment: (request) => this.#deleteAssignment(request),
  };

  /** moto makes permission sets, and forgets their tags. */
  public observe(target: string, request: Request, answer: Request): void {
    if (!target.endsWith(".CreatePermissionSet")) return;
    const made = answer["PermissionSet"] as Request;
    this.#tags.set(textOf(made, "PermissionSetArn"), (request["Tags"] ?? []) as readonly Tag[]);
  }

  public get applications(): readonly Request[] {
    return [...this.#applications.values()];
  }

  public get applicationAssignments(): readonly Request[] {
    return [...this.#assignments.values()];
  }

  /** What is attached to permission sets that are there. */
  public get boundaries(): readonly unknown[] {
    return [...this.#boundaries.values()];
  }

  #boundary(request: Request) {
    const PermissionsBoundary = this.#boundaries.get(textOf(request, "PermissionSetArn"));
    return PermissionsBoundary
      ? ok({ PermissionsBoundary })
      : refused("ResourceNotFoundException", "No boundary is attached.");
  }

  #createApplication(request: Request) {
    const instance = textOf(request, "InstanceArn").split("/")[1] ?? "";
    const arn = `arn:aws:sso::${this.#account}:application/${instance}/apl-${newId(16)}`;
    this.#tags.set(arn, (request["Tags"] as readonly Tag[] | undefined) ?? []);
    this.#applications.set(arn, {
      ApplicationArn: arn,
      ApplicationAccount: this.#account,
      ApplicationProviderArn: request["ApplicationProviderArn"],
      InstanceArn: request["InstanceArn"],
      Name: request["Name"],
      Description: request["Description"],
      Status: request["Status"] ?? "ENABLED",
      PortalOptions: request["PortalOptions"],
    });
    return ok({ ApplicationArn: arn });
  }

  #updateApplication(request: Request) {
    return this.#withApplication(request, (found) => {
      this.#applications.set(textOf(request, "ApplicationArn"), { ...found, ...request });
      return ok();
    });
  }

  #deleteApplication(request: Request) {
    return this.#withApplication(request, () => {
      this.#applications.delete(textOf(request, "ApplicationArn"));
      return ok();
    });
  }

  #createAssignment(request: Request) {
    return this.#withApplication(request, () => {
      const key = keyOf(request);
      if (this.#assignments.has(key)) return refused("ConflictException", "Assigned already.");
      this.#assignments.set(key, request);
      return ok();
    });
  }

  #describeAssignment(request: Request) {
    const found = this.#assignments.get(keyOf(request));
    return found ? ok(found) : refused("ResourceNotFoundException", "No such assignment.");
  }

  #deleteAssignment(request: Request) {
    return this.#assignments.delete(keyOf(request))
      ? ok()
      : refused("ResourceNotFoundException", "No such assignment.");
  }

  #withApplication(request: Request, then: Operation) {
    const found = this.#applications.get(textOf(request, "ApplicationArn"));
    return found ? then(found) : refused("ResourceNotFoundException", "No such application.");
  }

  #tagsOf(arn: string): readonly Tag[] {
    return this.#tags.get(arn) ?? [];
  }

  #tag(request: Request) {
    const arn = textOf(request, "ResourceArn");
    const added = request["Tags"] as readonly Tag[];
    const kept = this.#tagsOf(arn).filter(({ Key }) => added.every((tag) => tag.Key !== Key));
    this.#tags.set(arn, [...kept, ...added]);
    return ok();
  }

  #untag(request: Request) {
    const arn = textOf(request, "ResourceArn");
    const removed = request["TagKeys"] as readonly string[];
    this.#tags.set(
      arn,
      this.#tagsOf(arn).filter(({ Key }) => !removed.includes(Key)),
    );
    return ok();
  }
}

/** moto provisions at once. */
function provisioned(request: Request) {
  const RequestId = request["ProvisionPermissionSetRequestId"];
  return ok({ PermissionSetProvisioningStatus: { Status: "SUCCEEDED", RequestId } });
}

function keyOf(request: Request): string {
  return ["ApplicationArn", "PrincipalType", "PrincipalId"]
    .map((key) => textOf(request, key))
    .join(" ");
}
