import { Latest } from "../../../../workbench/preview/page/data/latest";

/** Questions whose answers come when the test says so. */
class Oracle {
  readonly received: unknown[] = [];
  readonly asked: {
    readonly key: string;
    readonly signal: AbortSignal;
    readonly answer: (answer: string) => void;
    readonly fail: (error: Error) => void;
  }[] = [];
  readonly latest = new Latest<string>({
    answer: (answer) => this.received.push(answer),
    failure: (error) => this.received.push(error),
  });

  ask(key: string): void {
    this.latest.ask(key, (signal) => {
      return new Promise<string>((answer, fail) => this.asked.push({ key, signal, answer, fail }));
    });
  }
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

test("an answer to an older question never comes after a newer one", async () => {
  const oracle = new Oracle();
  oracle.ask("march");
  oracle.ask("april");
  const [march, april] = oracle.asked;
  april?.answer("4");
  march?.answer("3");
  await settle();
  expect(oracle.received).toEqual(["4"]);
});

test("an older question is aborted, and its failure is not reported", async () => {
  const oracle = new Oracle();
  oracle.ask("march");
  oracle.ask("april");
  expect(oracle.asked.map(({ signal }) => signal.aborted)).toEqual([true, false]);
  oracle.asked[0]?.fail(new Error("aborted"));
  await settle();
  expect(oracle.received).toEqual([]);
});

test("the same question is not asked again while its answer is on its way", async () => {
  const oracle = new Oracle();
  oracle.ask("march");
  oracle.ask("march");
  expect(oracle.asked).toHaveLength(1);
  oracle.asked[0]?.answer("3");
  await settle();
  oracle.ask("march");
  expect(oracle.asked).toHaveLength(2);
});

test("a failure is told, and the question can be asked again", async () => {
  const oracle = new Oracle();
  const error = new Error("no");
  oracle.ask("march");
  oracle.asked[0]?.fail(error);
  await settle();
  expect(oracle.received).toEqual([error]);
  oracle.ask("march");
  expect(oracle.asked).toHaveLength(2);
});

test("after the end nothing comes", async () => {
  const oracle = new Oracle();
  oracle.ask("march");
  oracle.latest.stop();
  oracle.asked[0]?.answer("3");
  await settle();
  expect(oracle.asked[0]?.signal.aborted).toBe(true);
  expect(oracle.received).toEqual([]);
});
