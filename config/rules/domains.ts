import type { Problem } from "../problems";
import { isInsideVpc } from "../adopted-domain";
import { sizeFactsOf } from "../domain-size";
import { domainSizeProblems } from "./domain-size";
import type {
  DomainFile,
  PartiallyValidConfiguration,
  Part,
} from "./partially-valid-configuration";
import { arnPartitionProblems, domainOf, placeOf } from "./places";

const SAMPLE_ENDPOINT = "search-analytics-abc123.eu-central-1.es.amazonaws.com";

/** What a domain needs of its account, its size and its network. */
export function* domainProblems(configuration: PartiallyValidConfiguration): Generator<Problem> {
  for (const domain of configuration.domains) {
    yield* arnProblems(configuration, domain);
    yield* endpointProblems(domain);
    yield* domainSizeProblems(domain);
    yield* zoneProblems(domain);
    yield* contentProblems(domain);
  }
  yield* reachProblems(configuration);
}

function* arnProblems(
  configuration: PartiallyValidConfiguration,
  { path, value }: Part<DomainFile>,
): Generator<Problem> {
  const place = placeOf(configuration, value);
  if (place === undefined) return;
  const arns = [
    { at: "adopt.arn", arn: value.adopt?.arn, regional: true },
    { at: "adopt.contentRoleArn", arn: value.adopt?.contentRoleArn, regional: false },
    { at: "create.contentRoleArn", arn: value.create?.contentRoleArn, regional: false },
    {
      at: "create.customEndpoint.certificateArn",
      arn: value.create?.customEndpoint?.certificateArn,
      regional: true,
    },
  ];
  for (const { at, arn, regional } of arns) {
    yield* arnPartitionProblems(`${path}.${at}`, arn, place.region);
    const [, , , region, account] = arn?.split(":") ?? [];
    if (account !== undefined && account !== place.account.id) {
      yield {
        path: `${path}.${at}`,
        message: `it is in account ${account}, the domain in ${place.account.id}; use one in the domain's account, or name the domain's account`,
      };
    }
    if (regional && region !== undefined && region !== place.region) {
      yield {
        path: `${path}.${at}`,
        message: `it is in ${region}, the domain in ${place.region}; use one in the domain's Region, or name the domain's region`,
      };
    }
  }
}

function* endpointProblems({ path, value }: Part<DomainFile>): Generator<Problem> {
  const { adopt, create, endpoint } = value;
  if (adopt && endpoint !== undefined) {
    yield {
      path: `${path}.endpoint`,
      message: "an adopted domain has its endpoint in adopt.endpoint, remove this one",
    };
  }
  const generated = adopt
    ? { at: `${path}.adopt.endpoint`, host: adopt.endpoint, custom: adopt.customEndpoint }
    : { at: `${path}.endpoint`, host: endpoint, custom: create?.customEndpoint?.host };
  if (generated.host !== undefined && generated.host === generated.custom) {
    yield {
      path: generated.at,
      message: `${generated.host} is the custom endpoint, which is for people; name the endpoint that AWS generated, such as ${SAMPLE_ENDPOINT}`,
    };
  }
}

function* zoneProblems({ path, value }: Part<DomainFile>): Generator<Problem> {
  const { create } = value;
  if (!create?.vpc) return;
  const zones = sizeFactsOf(create)?.zones;
  const subnets = create.vpc.subnetIds.length;
  if (zones === undefined || subnets === zones) return;
  yield {
    path: `${path}.create.vpc.subnetIds`,
    message: `${subnets === 1 ? "1 subnet" : `${subnets} subnets`}, but size ${create.size} stands in ${zones} availability zones; name one subnet for each`,
  };
}

/** A function reaches a domain inside a VPC from inside that VPC only. */
function* contentProblems({ path, value }: Part<DomainFile>): Generator<Problem> {
  const { adopt, content, contentFunction } = value;
  if (contentFunction && content !== "function") {
    yield {
      path: `${path}.contentFunction`,
      message: `it has no effect with content: ${content}; set content: function, or remove it`,
    };
  }
  if (content === "function" && adopt && isInsideVpc(adopt) && !contentFunction?.vpc) {
    yield {
      path: `${path}.contentFunction.vpc`,
      message: `is missing, but the domain ${value.name} is inside a VPC; name subnets and security groups from which the function reaches it`,
    };
  }
}

/** Who delivers into a VPC has to stand in one. */
function* reachProblems(configuration: PartiallyValidConfiguration): Generator<Problem> {
  for (const center of configuration.contactCenters) {
    const domain = domainOf(configuration, center);
    if (!domain || center.value.vpc) continue;
    const { adopt, create } = domain.value;
    const insideVpc = create?.vpc ?? (adopt && isInsideVpc(adopt));
    const sameAccount =
      placeOf(configuration, domain.value)?.account.id ===
      placeOf(configuration, center.value)?.account.id;
    if (!insideVpc || (create && sameAccount)) continue;
    yield {
      path: `${center.path}.vpc`,
      message: `is missing, but the domain ${domain.value.name} is inside a VPC; name subnets and security groups of the contact center's account from which it is reached`,
    };
  }
}
