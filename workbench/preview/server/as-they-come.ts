/** Results in the order in which they come. */
export async function* asTheyCome<T>(running: readonly Promise<T>[]): AsyncGenerator<T> {
  const open = new Map(
    running.map((promise, n) => [n, promise.then((result) => ({ n, result }))] as const),
  );
  while (open.size > 0) {
    const { n, result } = await Promise.race(open.values());
    open.delete(n);
    yield result;
  }
}
