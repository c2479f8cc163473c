import fc from "fast-check";
import { Random } from "../../../workbench/simulator/model/random";
import { Schedule } from "../../../workbench/simulator/model/schedule";

test("a seed in words gives the same numbers again, and another seed others", () => {
  const numbers = (seed: string): readonly number[] => {
    const random = new Random(seed);
    return Array.from({ length: 20 }, () => random.next());
  };
  fc.assert(
    fc.property(fc.string(), fc.string(), (one, other) => {
      expect(numbers(one)).toEqual(numbers(one));
      if (one !== other) expect(numbers(one)).not.toEqual(numbers(other));
    }),
  );
});

test("numbers are spread evenly, and means are what they are asked to be", () => {
  const random = new Random("even");
  const draws = 50_000;
  const mean = (draw: () => number): number =>
    Array.from({ length: draws }, draw).reduce((sum, value) => sum + value, 0) / draws;
  expect(mean(() => random.next())).toBeCloseTo(0.5, 1);
  expect(mean(() => random.int(1, 6))).toBeCloseTo(3.5, 1);
  expect(mean(() => random.exponential(10)) / 10).toBeCloseTo(1, 1);
  expect(mean(() => random.poisson(3)) / 3).toBeCloseTo(1, 1);
});

test("ids have the form of UUIDs and do not repeat", () => {
  const random = new Random("ids");
  const ids = Array.from({ length: 20_000 }, () => random.uuid());
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids.slice(0, 200))
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
});

test("a schedule gives out what comes first, and among equals what was put in first", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20)), (times) => {
      const schedule = new Schedule();
      const taken: (readonly [number, number])[] = [];
      times.forEach((at, order) => {
        schedule.add(at, () => {
          taken.push([at, order]);
        });
      });
      while (schedule.size > 0) schedule.take()?.();
      const sorted = times.map((at, order) => [at, order] as const);
      expect(taken).toEqual(sorted.sort(([a, n], [b, m]) => a - b || n - m));
    }),
  );
});
