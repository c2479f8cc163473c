import { asTheyCome } from "../../../workbench/preview/server/as-they-come";

async function read<T>(running: readonly Promise<T>[]): Promise<readonly T[]> {
  const results: T[] = [];
  for await (const result of asTheyCome(running)) results.push(result);
  return results;
}

const after = (ms: number): Promise<number> =>
  new Promise((resolve) => setTimeout(() => resolve(ms), ms));

test("results come in the order in which they are there, whatever the order of asking", async () => {
  expect(await read([after(60), after(1), after(30)])).toEqual([1, 30, 60]);
});

test("results that are there already come in the order of asking, equal ones each", async () => {
  expect(await read([Promise.resolve("a"), Promise.resolve("b"), Promise.resolve("a")])).toEqual([
    "a",
    "b",
    "a",
  ]);
});

test("nothing asked, nothing comes", async () => {
  expect(await read([])).toEqual([]);
});
