/** Items by key; those without one are left out, as `terms` does. */
export function grouped<T>(
  items: readonly T[],
  keyOf: (item: T) => string | undefined,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

type Groups<T> = ReadonlyMap<string, readonly T[]>;

export function byKey<T>(groups: Groups<T>): readonly (readonly [string, readonly T[]])[] {
  return [...groups].sort(([one], [other]) => (one < other ? -1 : 1));
}

/** From the largest; of equal ones by key. */
export function byCount<T>(groups: Groups<T>): readonly (readonly [string, readonly T[]])[] {
  return byKey(groups).toSorted(([, one], [, other]) => other.length - one.length);
}
