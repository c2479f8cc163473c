import {
  CONTACT_CENTER_BUCKETS,
  CONTACT_CENTER_NAMES,
  DOMAIN_BUCKETS,
  DOMAIN_NAMES,
  contactCenterNames,
  domainNames,
} from "../../aws/names";
import type { NameRule } from "../../aws/names";
import type { Problem } from "../problems";
import type { PartiallyValidConfiguration } from "./partially-valid-configuration";
import { domainOf, placeOf } from "./places";

const CONTACT_CENTER_RULES = { ...CONTACT_CENTER_NAMES, ...CONTACT_CENTER_BUCKETS };
const DOMAIN_RULES = { ...DOMAIN_NAMES, ...DOMAIN_BUCKETS };
/** Stands for an account that the file does not name correctly. */
const SOME_ACCOUNT = "111122223333";

/** Every name fits, and none is given twice. */
export function* nameProblems(configuration: PartiallyValidConfiguration): Generator<Problem> {
  yield* repeated(
    configuration.contactCenters.map(({ path, value }) => ({
      path: `${path}.alias`,
      name: value.alias,
    })),
    "alias",
  );
  yield* repeated(
    configuration.domains.map(({ path, value }) => ({ path: `${path}.name`, name: value.name })),
    "name",
  );
  for (const { path, value } of configuration.contactCenters) {
    const accountId = placeOf(configuration, value)?.account.id ?? SOME_ACCOUNT;
    const names = contactCenterNames(configuration.name, value.alias, accountId);
    yield* tooLong(`${path}.alias`, names, CONTACT_CENTER_RULES);
  }
  for (const { path, value } of configuration.domains) {
    if (value.adopt && value.content !== "function") continue;
    const accountId = placeOf(configuration, value)?.account.id ?? SOME_ACCOUNT;
    const names = domainNames(configuration.name, value.name, accountId);
    yield* value.content === "function"
      ? tooLong(`${path}.name`, names, DOMAIN_RULES)
      : tooLong<keyof typeof DOMAIN_NAMES>(`${path}.name`, names, DOMAIN_NAMES);
  }
  yield* sameInstance(configuration);
  yield* overlappingIndices(configuration);
}

function* repeated(
  items: readonly { readonly path: string; readonly name: string }[],
  what: string,
): Generator<Problem> {
  const first = new Map<string, string>();
  for (const { path, name } of items) {
    const other = first.get(name);
    if (other === undefined) first.set(name, path);
    else yield { path, message: `"${name}" is already the ${what} at ${other}, choose another` };
  }
}

/** Of several names that are too long, the one that is longest over its limit is told. */
function* tooLong<K extends string>(
  path: string,
  names: Readonly<Record<K, string>>,
  rules: Readonly<Record<K, NameRule>>,
): Generator<Problem> {
  const excess = (Object.keys(rules) as K[])
    .map((key) => ({
      name: names[key],
      rule: rules[key],
      by: names[key].length - rules[key].limit,
    }))
    .filter(({ by }) => by > 0)
    .sort((one, other) => other.by - one.by)[0];
  if (!excess) return;
  const { name, rule, by } = excess;
  yield {
    path,
    message: `the ${rule.of} would be called ${name}, ${name.length} characters of at most ${rule.limit}; shorten it, or the top-level name, by ${by}`,
  };
}

/**
 * A replica has the id of the instance that it is made from, in another Region: only account, Region and
 * id together name an instance.
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/create-replica-connect-instance.html
 */
function* sameInstance(configuration: PartiallyValidConfiguration): Generator<Problem> {
  const first = new Map<string, string>();
  for (const { path, value } of configuration.contactCenters) {
    const { id } = value.instance;
    const place = placeOf(configuration, value);
    // A retired entry keeps its data readable beside the one that took its instance over.
    if (id === undefined || place === undefined || value.retired !== false) continue;
    const instance = [place.account.id, place.region, id].join(" ");
    const other = first.get(instance);
    if (other === undefined) first.set(instance, path);
    else {
      yield {
        path: `${path}.instance.id`,
        message: `${other} has this instance already, and an instance sends its records to one place only; name another instance`,
      };
    }
  }
}

/** A pattern `a-contact-records*` must not catch the indices of a contact center `a-contact-records-b`. */
function* overlappingIndices(configuration: PartiallyValidConfiguration): Generator<Problem> {
  const indices = configuration.contactCenters.flatMap((center) => {
    const names = contactCenterNames(configuration.name, center.value.alias, "");
    const domain = domainOf(configuration, center)?.value.name;
    return (Object.keys(CONTACT_CENTER_NAMES) as (keyof typeof CONTACT_CENTER_NAMES)[])
      .filter((key) => CONTACT_CENTER_NAMES[key].of === "index")
      .map((key) => ({ center, domain, index: names[key] }));
  });
  for (const one of indices) {
    const caught = indices.find(
      (other) =>
        other.center.value.alias !== one.center.value.alias &&
        other.domain === one.domain &&
        one.index.startsWith(other.index),
    );
    if (!caught) continue;
    yield {
      path: `${one.center.path}.alias`,
      message: `its indices ${one.index}* collide with ${caught.index}* of ${caught.center.value.alias}, choose an alias that does not begin like that`,
    };
    return;
  }
}
