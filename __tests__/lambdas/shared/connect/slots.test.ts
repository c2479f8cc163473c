import fc from "fast-check";
import { METRIC_SLOT_MS } from "../../../../aws/connect-requests";
import { nextSlot, Slots } from "../../../../lambdas/shared/connect/slots";

describe("the slots for requests to Connect", () => {
  test("rotate between contact centers", () => {
    const starts = [0, 1, 2].map((position) => nextSlot(0, 100, { position, of: 3 }));

    expect(starts).toEqual([0, 100, 200]);
    expect(nextSlot(1, 100, { position: 0, of: 3 })).toBe(300);
  });

  test("belong to one contact center each, and never begin in the past", () => {
    const cases = fc.record({
      of: fc.integer({ min: 1, max: 40 }),
      moment: fc.integer({ min: 0, max: 2 ** 41 }),
      slotMs: fc.integer({ min: 50, max: 2_000 }),
    });
    fc.assert(
      fc.property(cases, ({ of, moment, slotMs }) => {
        const starts = Array.from({ length: of }, (_, position) =>
          nextSlot(moment, slotMs, { position, of }),
        );
        expect(new Set(starts).size).toBe(of);
        expect(Math.min(...starts)).toBeGreaterThanOrEqual(moment);
        expect(Math.max(...starts)).toBeLessThan(moment + (of + 1) * slotMs);
      }),
    );
  });

  test("are used once", () => {
    const slots = new Slots(100, { position: 0, of: 2 });
    const first = slots.next(5);

    expect(slots.take(first, first)).toBe(true);
    expect(slots.next(first)).toBe(first + 200);
  });

  test("are skipped when the request is too late", () => {
    const slots = new Slots(METRIC_SLOT_MS, { position: 0, of: 2 });
    const slot = slots.next(1);

    expect(slots.take(slot, slot + 51)).toBe(false);
    expect(slots.next(slot + 51)).toBe(slot + 2 * METRIC_SLOT_MS);
  });

  test("begin at once for a single contact center, at least one slot length apart", () => {
    const slots = new Slots(METRIC_SLOT_MS, { position: 0, of: 1 });

    expect(slots.next(1_234)).toBe(1_234);
    expect(slots.take(1_234, 1_240)).toBe(true);
    expect(slots.next(1_241)).toBe(1_240 + METRIC_SLOT_MS);
  });

  test("begin again for a single contact center whose request is too late for its lease", () => {
    const slots = new Slots(METRIC_SLOT_MS, { position: 0, of: 1 });

    expect(slots.take(1_000, 1_051)).toBe(false);
    expect(slots.next(1_051)).toBe(1_051);
  });

  test("let no second have more than three requests, however late each request is", () => {
    const runs = fc.record({
      of: fc.integer({ min: 1, max: 12 }),
      delays: fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 40, maxLength: 40 }),
    });
    fc.assert(
      fc.property(runs, ({ of, delays }) => {
        const sent = Array.from({ length: of }, (_, position) => {
          const slots = new Slots(METRIC_SLOT_MS, { position, of });
          let now = 0;
          return delays.flatMap((delay, round) => {
            const slot = slots.next(now);
            now = slot + (delays[(round + position) % delays.length] ?? delay);
            return slots.take(slot, now) ? [now] : [];
          });
        })
          .flat()
          .sort((one, other) => one - other);
        sent.slice(3).forEach((time, position) => {
          expect(time - (sent[position] ?? 0)).toBeGreaterThanOrEqual(1_000);
        });
      }),
    );
  });
});
