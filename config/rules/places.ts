import { oneOf, show } from "../problems";
import type { Problem } from "../problems";
import { partitionOf } from "../../aws/partitions";
import type { AccountFile, ContactCenterFile, DomainFile, Draft, Part } from "./draft";

/** Where something is: an account and a Region in it. */
export interface Place {
  readonly accountName: string;
  readonly account: AccountFile;
  readonly region: string;
}

/** Undefined if the account is unknown or itself wrong. */
export function placeOf(
  draft: Draft,
  part: { readonly account?: string | undefined; readonly region?: string | undefined },
): Place | undefined {
  const only = draft.accountNames.length === 1 ? draft.accountNames[0] : undefined;
  const accountName = part.account ?? only;
  const account = accountName === undefined ? undefined : draft.accounts.get(accountName);
  if (accountName === undefined || account === undefined) return undefined;
  return { accountName, account, region: part.region ?? account.region };
}

/** The domain that a contact center delivers to. Undefined if that cannot be said. */
export function domainOf(
  draft: Draft,
  { value }: Part<ContactCenterFile>,
): Part<DomainFile> | undefined {
  const place = placeOf(draft, value);
  const candidates = draft.domains.filter(({ value: domain }) =>
    value.domain === undefined
      ? place !== undefined && placeOf(draft, domain)?.region === place.region
      : domain.name === value.domain,
  );
  return candidates.length === 1 ? candidates[0] : undefined;
}

/** Accounts that are referred to exist, and what is named with an account is in it. */
export function* placeProblems(draft: Draft): Generator<Problem> {
  yield* accountProblems(draft);
  for (const part of [...draft.contactCenters, ...draft.domains]) {
    yield* accountReferenceProblems(draft, part);
  }
  for (const center of draft.contactCenters) {
    yield* domainReferenceProblems(draft, center);
  }
  yield* partitionProblems(draft);
}

function* accountProblems(draft: Draft): Generator<Problem> {
  const names = new Map<string, string>();
  for (const [name, account] of draft.accounts) {
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
  draft: Draft,
  { path, value }: Part<{ readonly account?: string | undefined }>,
): Generator<Problem> {
  if (draft.accountNames.length === 0) return;
  if (value.account === undefined && draft.accountNames.length > 1) {
    yield {
      path: `${path}.account`,
      message: `is missing, name ${oneOf(draft.accountNames)}`,
    };
  } else if (value.account !== undefined && !draft.accountNames.includes(value.account)) {
    yield {
      path: `${path}.account`,
      message: `no account is called ${show(value.account)}, use ${oneOf(draft.accountNames)}`,
    };
  }
}

function* domainReferenceProblems(
  draft: Draft,
  center: Part<ContactCenterFile>,
): Generator<Problem> {
  const place = placeOf(draft, center.value);
  if (place === undefined || !draft.domainsAreWhole) return;
  const path = `${center.path}.domain`;
  const named = center.value.domain;
  const names = draft.domains.map(({ value }) => value.name);
  if (named !== undefined && !names.includes(named)) {
    yield { path, message: `no domain is called ${show(named)}, use ${oneOf(names)}` };
    return;
  }
  const inRegion = draft.domains.filter(
    ({ value }) => placeOf(draft, value)?.region === place.region,
  );
  const inRegionNames = inRegion.map(({ value }) => value.name);
  const remedy =
    inRegion.length === 0
      ? `add a domain in ${place.region}`
      : `use ${oneOf(inRegionNames)}, or add a domain in ${place.region}`;
  if (named !== undefined && !inRegionNames.includes(named)) {
    const region = placeOf(draft, domainOf(draft, center)?.value ?? {})?.region ?? "another Region";
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
function* partitionProblems(draft: Draft): Generator<Problem> {
  for (const { path, value } of draft.contactCenters) {
    const place = placeOf(draft, value);
    if (!place || value.signIn === false) continue;
    const { applicationArn } = value.signIn;
    yield* arnPartitionProblems(`${path}.signIn.applicationArn`, applicationArn, place.region);
  }
  const center = draft.singleSignOn && placeOf(draft, draft.singleSignOn);
  if (!center) return;
  const partition = partitionOf(center.region);
  for (const { path, value } of draft.contactCenters) {
    const region = value.signIn === false ? undefined : placeOf(draft, value)?.region;
    if (region === undefined || partitionOf(region) === partition) continue;
    yield {
      path: `${path}.signIn`,
      message: `Identity Center is in the partition ${partition}, the contact center in ${partitionOf(region)}, and no organization spans two; set signIn: false, or configure them apart`,
    };
  }
}
