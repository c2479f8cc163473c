import type { Amendment } from "../front/amendment";
import { type AwsAnswer, type AwsRequest, inputOf, withJson } from "../front/aws-request";

interface DomainInput {
  readonly DomainName?: string;
  readonly AccessPolicies?: string;
  readonly LogPublishingOptions?: object;
  readonly AdvancedSecurityOptions?: {
    readonly MasterUserOptions?: { readonly MasterUserARN?: string };
  };
}

interface Described {
  readonly DomainStatus?: object;
  readonly DomainConfig?: object;
}

/** The applied settings of OpenSearch domains that the emulator forgets, or that the domain's endpoint goes by. */
export class DomainSettings implements Amendment {
  readonly id = "opensearch-log-publishing";
  readonly service = "es";
  readonly gap =
    "CreateDomain and UpdateDomainConfig drop LogPublishingOptions: each plan adds them again.";
  readonly follows =
    "LogPublishingOptions of CreateDomain, UpdateDomainConfig, DescribeDomain, DescribeDomainConfig.";
  readonly #settings = new Map<string, DomainInput>();

  /** ARN of the role that the domain's security plugin gives all rights. */
  masterOf(domain: string): string | undefined {
    return this.#settings.get(domain)?.AdvancedSecurityOptions?.MasterUserOptions?.MasterUserARN;
  }

  /** The domain's access policy, or undefined if it has none. */
  accessPolicyOf(domain: string): unknown {
    const text = this.#settings.get(domain)?.AccessPolicies;
    return text === undefined || text === "" ? undefined : (JSON.parse(text) as unknown);
  }

  /** Replaces the domain's access policy, as UpdateDomainConfig does. */
  setAccessPolicy(domain: string, policy: object): void {
    const settings = this.#settings.get(domain);
    this.#settings.set(domain, { ...settings, AccessPolicies: JSON.stringify(policy) });
  }

  complete(request: AwsRequest, answer: AwsAnswer): AwsAnswer {
    if (!request.url.pathname.startsWith("/2021-01-01/opensearch/domain")) return answer;
    const input = request.method === "POST" ? inputOf<DomainInput>(request) : {};
    const domain = input.DomainName ?? nameIn(request);
    if (request.method === "DELETE") this.#settings.delete(domain);
    const before = this.#settings.get(domain);
    const settings = {
      ...{ ...before, ...input },
      // The SAML options are set alone.
      AdvancedSecurityOptions: {
        ...before?.AdvancedSecurityOptions,
        ...input.AdvancedSecurityOptions,
      },
    };
    if (request.method === "POST") this.#settings.set(domain, settings);
    return withLogPublishing(answer, settings.LogPublishingOptions);
  }
}

function withLogPublishing(answer: AwsAnswer, options: object | undefined): AwsAnswer {
  if (!options) return answer;
  const described = JSON.parse(answer.body.toString()) as Described;
  const { DomainConfig, DomainStatus, ...rest } = described;
  return withJson(answer, {
    ...rest,
    ...(DomainStatus && { DomainStatus: { ...DomainStatus, LogPublishingOptions: options } }),
    ...(DomainConfig && {
      DomainConfig: { ...DomainConfig, LogPublishingOptions: { Options: options, Status: {} } },
    }),
  });
}

function nameIn({ url }: AwsRequest): string {
  return /\/domain\/([\w-]+)/.exec(url.pathname)?.[1] ?? "";
}
