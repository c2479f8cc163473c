import type { Place } from "./place";

/** ARNs that follow from account, Region and name, so that no stack has to read another's state. */

export function arnOf(service: string, resource: string, place: Place): string {
  return `arn:${place.partition}:${service}:${place.region}:${place.id}:${resource}`;
}

export function rootArn({ id, partition }: Pick<Place, "id" | "partition">): string {
  return `arn:${partition}:iam::${id}:root`;
}

export function bucketArn(bucket: string, { partition }: Pick<Place, "partition">): string {
  return `arn:${partition}:s3:::${bucket}`;
}
