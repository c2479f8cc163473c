import type { Amendment } from "../front/amendment";
import { withJson } from "../front/aws-request";

interface Described {
  readonly DomainStatus?: { readonly DomainName?: string };
}

/** @param addresses host and port of each local domain's endpoint, by the name of the domain */
export function domainEndpoints(addresses: ReadonlyMap<string, string>): Amendment {
  return {
    id: "opensearch-endpoints",
    service: "es",
    gap: "The endpoint of a domain is a host name that does not resolve.",
    follows: "Endpoint in the answers of CreateDomain and DescribeDomain.",
    complete: (request, answer) => {
      if (!request.url.pathname.startsWith("/2021-01-01/opensearch/domain")) return answer;
      const { DomainStatus, ...rest } = JSON.parse(answer.body.toString()) as Described;
      const Endpoint = addresses.get(DomainStatus?.DomainName ?? "");
      if (Endpoint === undefined) return answer;
      return withJson(answer, { ...rest, DomainStatus: { ...DomainStatus, Endpoint } });
    },
  };
}
