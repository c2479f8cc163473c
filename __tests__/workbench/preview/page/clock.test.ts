import type { PreviewState } from "../../../../workbench/preview/api";
import { Clock } from "../../../../workbench/preview/page/data/clock";

const state = (now: number, phase: PreviewState["phase"] = "live"): PreviewState => ({
  now,
  speed: 1,
  phase,
  contacts: 0,
});

/** A clock that is given these answers, one a second; undefined: the server does not answer. */
async function heard(...answers: readonly (PreviewState | undefined)[]) {
  jest.useFakeTimers();
  const left = [...answers];
  const clock = new Clock(() => {
    const next = left.shift();
    return next ? Promise.resolve(next) : Promise.reject(new Error("gone"));
  });
  const events: string[] = [];
  clock.seconds.subscribe(() => events.push(`second ${clock.state?.now}`));
  clock.turns.subscribe(() => events.push(`turn ${clock.state?.phase}`));
  clock.losses.subscribe(() => events.push("loss"));
  void clock.run();
  await jest.advanceTimersByTimeAsync((answers.length - 1) * 1000);
  jest.useRealTimers();
  return { clock, events };
}

test("it tells each second, and when the phase changes", async () => {
  const { events } = await heard(state(1, "filling"), state(2, "filling"), state(3));
  expect(events).toEqual(["second 1", "turn filling", "second 2", "second 3", "turn live"]);
});

test("it tells once that the server is lost, keeps the last moment, and tells when it is back", async () => {
  const { clock, events } = await heard(state(1), undefined, undefined, state(4));
  expect(events).toEqual(["second 1", "turn live", "loss", "second 4", "turn live"]);
  expect(clock.serverIsGone).toBe(false);
});

test("a panel that gets no answer may tell too", async () => {
  const { clock, events } = await heard(state(1));
  clock.lose();
  clock.lose();
  expect(events.filter((event) => event === "loss")).toHaveLength(1);
  expect(clock.serverIsGone).toBe(true);
  expect(clock.state?.now).toBe(1);
});
