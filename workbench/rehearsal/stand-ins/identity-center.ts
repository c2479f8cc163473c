import type { Sessions } from "../emulator/sessions";
import type { Amendment } from "../front/amendment";
import {
  type AwsAnswer,
  type AwsRequest,
  errorAnswer,
  inputOf,
  jsonAnswer,
} from "../front/aws-request";
import { passOn } from "../front/pass-on";
import type { Request } from "../identity-center/answer";
import { IdentityCenterGaps } from "../identity-center/identity-center-gaps";

/** The account that has IAM Identity Center, and the moto that holds it. */
export interface IdentityCenterPlace {
  /** Id of the account. */
  readonly account: string;
  /** Loopback port of moto. */
  readonly port: number;
}

/** IAM Identity Center: moto, which holds one instance, and the operations that moto lacks. */
export class IdentityCenter implements Amendment {
  readonly id = "identity-center";
  readonly service = "sso";
  readonly gap = "There is no IAM Identity Center.";
  readonly follows =
    "moto: ListInstances, permission sets, inline policies, assignments. Applications and their assignments, tags, boundaries and the state of provisioning, which moto lacks, are kept by the front; other accounts than that of Identity Center are refused.";
  readonly gaps: IdentityCenterGaps;
  readonly #sessions: Sessions;
  readonly #place: IdentityCenterPlace | undefined;

  /** @param place absent: no account has an Identity Center */
  constructor(sessions: Sessions, place?: IdentityCenterPlace) {
    this.#sessions = sessions;
    this.#place = place;
    this.gaps = new IdentityCenterGaps(place?.account ?? "");
  }

  async answer(request: AwsRequest): Promise<AwsAnswer> {
    const place = this.#place;
    if (!isInPlace(request, this.#sessions, place)) return accessDenied(request);
    const { operation } = request;
    const input = inputOf<Request>(request);
    const ofGaps = this.gaps.operations[operation];
    if (ofGaps) {
      const { body, status } = ofGaps(input);
      const { __type } = body as { readonly __type?: string };
      return jsonAnswer(status, body as object, __type);
    }
    const answer = await passOn(request, place.port);
    if (answer.status === 200) {
      const body = JSON.parse(answer.body.toString() || "{}") as Request;
      this.gaps.observe(`.${operation}`, input, body);
    }
    return answer;
  }
}

/** The directory of IAM Identity Center. */
export function identityStore(sessions: Sessions, place?: IdentityCenterPlace): Amendment {
  return {
    id: "identity-store",
    service: "identitystore",
    gap: "There is no identity store.",
    follows: "moto; groups and users are there before the first apply.",
    answer: (request) =>
      isInPlace(request, sessions, place) ? passOn(request, place.port) : accessDenied(request),
  };
}

/** The organization of the account that has IAM Identity Center. */
export function organization(sessions: Sessions, place?: IdentityCenterPlace): Amendment {
  return {
    id: "organization",
    service: "organizations",
    gap: "There is no ListAWSServiceAccessForOrganization: Terraform cannot read the organization.",
    follows: "moto, for the account of IAM Identity Center.",
    answer: async (request) =>
      isInPlace(request, sessions, place) ? await passOn(request, place.port) : undefined,
  };
}

function isInPlace(
  { accessKeyId }: AwsRequest,
  sessions: Sessions,
  place: IdentityCenterPlace | undefined,
): place is IdentityCenterPlace {
  return sessions.accountOf(accessKeyId) === place?.account;
}

function accessDenied({ operation, service }: AwsRequest): AwsAnswer {
  const message = `${service} ${operation} is only allowed in the account of IAM Identity Center.`;
  return errorAnswer(400, "AccessDeniedException", message);
}
