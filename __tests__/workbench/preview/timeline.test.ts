import { PLAYED_MS, Timeline } from "../../../workbench/preview/timeline";

const HOUR = 3_600_000;

function at(speed: number) {
  const clock = { now: Date.parse("2026-11-26T12:00:00Z") };
  return { clock, timeline: new Timeline(speed, () => clock.now) };
}

test("at speed 1 the past is filled until now, and what passed meanwhile is made up for", () => {
  const { clock, timeline } = at(1);
  expect(timeline.phase).toBe("filling");
  const filled = timeline.fillUntil;
  expect(filled).toBe(clock.now);
  clock.now += 20_000;
  timeline.start(filled);
  expect(timeline.now).toBe(clock.now);
  expect(timeline.phase).toBe("live");
});

test("at a speed the last day is played that many times as fast, and then it is live", () => {
  const { clock, timeline } = at(60);
  const filled = timeline.fillUntil;
  expect(filled).toBe(clock.now - PLAYED_MS);
  timeline.start(filled);
  clock.now += 60_000;
  expect(timeline.now).toBe(filled + HOUR);
  expect(timeline.phase).toBe("catching-up");
  clock.now += HOUR;
  expect(timeline.now).toBe(clock.now);
  expect(timeline.phase).toBe("live");
});

test("it is never ahead of the machine's clock, for the pipelines refuse what comes from the future", () => {
  const { clock, timeline } = at(1000);
  timeline.start(timeline.fillUntil);
  for (let beat = 0; beat < 200; beat++) {
    clock.now += 1_000;
    expect(timeline.now).toBeLessThanOrEqual(clock.now);
  }
});
