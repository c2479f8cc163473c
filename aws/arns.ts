import type { Place } from "./place";

/** ARNs that follow from account, Region and name, so that no stack has to read another's state. */

export function arnOf(service: string, resource: string, place: Place): string {
  return `arn:${place.partition}:${service}:${place.region}:${place.id}:${resource}`;
}

export function rootArn({ id, partition }: Pick<Place, "id" | "partition">): string {
  return `arn:${partition}:iam::${id}:root`;
}

/** ARN of an OpenSearch domain. */
export function domainArn(domainName: string, place: Place): string {
  return arnOf("es", `domain/${domainName}`, place);
}

/** ARN of the account that a role is in: the principal of a policy for a role that does not exist yet. */
export function rootArnOfRole(roleArn: string): string {
  const [, partition = "", , , account = ""] = roleArn.split(":");
  return `arn:${partition}:iam::${account}:root`;
}

/** Name of the role with this ARN, without its path. */
export function roleNameOf(roleArn: string): string {
  return resourceIdOf(roleArn);
}

/** Last part of an ARN, such as the id of a queue of Amazon Connect; an id alone stays as it is. */
export function resourceIdOf(arn: string): string {
  return arn.slice(arn.lastIndexOf("/") + 1);
}

/** Id of the account that an ARN names; empty where it names none, as those of buckets do. */
export function accountOfArn(arn: string): string {
  return arn.split(":")[4] ?? "";
}

export function bucketArn(bucket: string, { partition }: Pick<Place, "partition">): string {
  return `arn:${partition}:s3:::${bucket}`;
}
