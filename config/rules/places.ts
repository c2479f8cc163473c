import { oneOf, show } from "../problems";
import type { Problem } from "../problems";
import { CONNECT_REGIONS } from "../regions";
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

/** Accounts that are referred to exist, and Connect is offered where a contact center is. */
export function* placeProblems(draft: Draft): Generator<Problem> {
  yield* accountProblems(draft);
  for (const part of [...draft.contactCenters, ...draft.domains]) {
    yield* accountReferenceProblems(draft, part);
  }
  for (const center of draft.contactCenters) {
    yield* regionProblems(draft, center);
    yield* domainReferenceProblems(draft, center);
  }
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

function* regionProblems(
  draft: Draft,
  { path, value }: Part<ContactCenterFile>,
): Generator<Problem> {
  const region = placeOf(draft, value)?.region;
  if (region === undefined || CONNECT_REGIONS.some((offered) => offered === region)) return;
  yield {
    path: `${path}.region`,
    message: `Amazon Connect is not offered in ${region}, the account's Region; use ${oneOf(CONNECT_REGIONS)}`,
  };
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
