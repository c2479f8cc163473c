import { oneOf, show } from "../problems";
import type { Problem } from "../problems";
import { partitionOf } from "../../aws/partitions";
import type {
  AccountFile,
  ContactCenterFile,
  DomainFile,
  PartiallyValidConfiguration,
  Part,
} from "./partially-valid-configuration";

/** Where something is: an account and a Region in it. */
export interface Place {
  readonly accountName: string;
  readonly account: AccountFile;
  readonly region: string;
}

/** Undefined if the account is unknown or itself wrong. */
export function placeOf(
  configuration: PartiallyValidConfiguration,
  part: { readonly account?: string | undefined; readonly region?: string | undefined },
): Place | undefined {
  const only = configuration.accountNames.length === 1 ? configuration.accountNames[0] : undefined;
  const accountName = part.account ?? only;
  const account = accountName === undefined ? undefined : configuration.accounts.get(accountName);
  if (accountName === undefined || account === undefined) return undefined;
  return { accountName, account, region: part.region ?? account.region };
}

/** The domain that a contact center delivers to. Undefined if that cannot be said. */
export function domainOf(
  configuration: PartiallyValidConfiguration,
  { value }: Part<ContactCenterFile>,
): Part<DomainFile> | undefined {
  const place = placeOf(configuration, value);
  const candidates = configuration.domains.filter(({ value: domain }) =>
    value.domain === undefined
      ? place !== undefined && placeOf(configuration, domain)?.region === place.region
      : domain.name === value.domain,
  );
  return candidates.length === 1 ? candidates[0] : undefined;
}

/** Accounts that are referred to exist, and what is named with an account is in it. */
export function* placeProblems(configuration: PartiallyValidConfiguration): Generator<Problem> {
  yield* accountProblems(configuration);
  for (const part of [...configuration.contactCenters, ...configuration.domains]) {
    yield* accountReferenceProblems(configuration, part);
  }
  for (const center of configuration.contactCenters) {
    yield* domainReferenceProblems(configuration, center);
  }
  yield* partitionProblems(configuration);
}

function* accountProblems(configuration: PartiallyValidConfiguration): Generator<Problem> {
  const names = new Map<string, string>();
  for (const [name, account] of configuration.accounts) {
    const other = names.get(account.id);
    if (other !== undefined) {
      yield {
        path: `accounts.${name}.id`,
        message: `this account is already called ${other}, use that name and give contact centers and domains a region of their own`,
      };
    }
    names.set(account.id, name);
    const [, , , keyRegion, keyAccount] = account.keyArn?.split(":") ?? [];
    if (account.keyArn && (keyAccount !== account.id || keyRegion !== account.region)) {
      yield {
        path: `accounts.${name}.keyArn`,
        message: `the key is in account ${keyAccount} and Region ${keyRegion}, use one in account ${account.id} and Region ${account.region}`,
      };
    }
    yield* arnPartitionProblems(`accounts.${name}.keyArn`, account.keyArn, account.region);
  }
}

/** The account that a part names, or has to name. */
export function* accountReferenceProblems(
  configuration: PartiallyValidConfiguration,
  { path, value }: Part<{ readonly account?: string | undefined }>,
): Generator<Problem> {
  if (configuration.accountNames.length === 0) return;
  if (value.account === undefined && configuration.accountNames.length > 1) {
    yield {
      path: `${path}.account`,
      message: `is missing, name ${oneOf(configuration.accountNames)}`,
    };
  } else if (value.account !== undefined && !configuration.accountNames.includes(value.account)) {
    yield {
      path: `${path}.account`,
      message: `no account is called ${show(value.account)}, use ${oneOf(configuration.accountNames)}`,
    };
  }
}

function* domainReferenceProblems(
  configuration: PartiallyValidConfiguration,
  center: Part<ContactCenterFile>,
): Generator<Problem> {
  const place = placeOf(configuration, center.value);
  if (place === undefined || !configuration.domainsAreValid) return;
  const path = `${center.path}.domain`;
  const named = center.value.domain;
  const names = configuration.domains.map(({ value }) => value.name);
  if (named !== undefined && !names.includes(named)) {
    yield { path, message: `no domain is called ${show(named)}, use ${oneOf(names)}` };
    return;
  }
  const inRegion = configuration.domains.filter(
    ({ value }) => placeOf(configuration, value)?.region === place.region,
  );
  const inRegionNames = inRegion.map(({ value }) => value.name);
  const remedy =
    inRegion.length === 0
      ? `add a domain in ${place.region}`
      : `use ${oneOf(inRegionNames)}, or add a domain in ${place.region}`;
  if (named !== undefined && !inRegionNames.includes(named)) {
    const region =
      placeOf(configuration, domainOf(configuration, center)?.value ?? {})?.region ??
      "another Region";
    yield {
      path,
      message: `the domain ${named} is in ${region}, the contact center in ${place.region}, and Firehose delivers within a Region only; ${remedy}`,
    };
  } else if (inRegion.length === 0) {
    yield {
      path,
      message: `no domain is in ${place.region}, and Firehose delivers within a Region only; ${remedy}`,
    };
  } else if (named === undefined && inRegion.length > 1) {
    yield { path, message: `is missing, name ${oneOf(inRegionNames)}` };
  }
}

/** An ARN names the partition of the Region that it is used in. */
export function* arnPartitionProblems(
  path: string,
  arn: string | undefined,
  region: string,
): Generator<Problem> {
  const named = arn?.split(":")[1];
  const partition = partitionOf(region);
  if (named === undefined || named === partition) return;
  yield {
    path,
    message: `it is an ARN of the partition ${named}, and ${region} is in ${partition}; use the ARN as AWS shows it there, arn:${partition}:…`,
  };
}

/** An organization, and so its Identity Center, ends with its partition. */
function* partitionProblems(configuration: PartiallyValidConfiguration): Generator<Problem> {
  for (const { path, value } of configuration.contactCenters) {
    const place = placeOf(configuration, value);
    if (!place || value.signIn === false) continue;
    const { applicationArn } = value.signIn;
    yield* arnPartitionProblems(`${path}.signIn.applicationArn`, applicationArn, place.region);
  }
  const center = configuration.singleSignOn && placeOf(configuration, configuration.singleSignOn);
  if (!center) return;
  const partition = partitionOf(center.region);
  for (const { path, value } of configuration.contactCenters) {
    const region = value.signIn === false ? undefined : placeOf(configuration, value)?.region;
    if (region === undefined || partitionOf(region) === partition) continue;
    yield {
      path: `${path}.signIn`,
      message: `Identity Center is in the partition ${partition}, the contact center in ${partitionOf(region)}, and no organization spans two; set signIn: false, or configure them apart`,
    };
  }
}
