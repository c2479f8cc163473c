import { setTimeout } from "node:timers/promises";
import { Progress } from "../../../workbench/preview/progress";

function screen(isTTY: boolean) {
  const written: string[] = [];
  return { written, progress: new Progress({ isTTY, write: (text) => written.push(text) }) };
}

test("into a file each step is one line, written when it is over", async () => {
  const { progress, written } = screen(false);
  const result = await progress.step(
    "Filling",
    (update) => {
      update({ part: 0.5, text: "half" });
      return Promise.resolve(7);
    },
    (count) => `${count} contacts`,
  );
  expect(result).toBe(7);
  expect(written.join("")).toMatch(/^✓ Filling: 7 contacts, \d+\.\d s\n$/);
});

test("on a terminal the line is drawn anew, with a bar where it is known how much there is", async () => {
  const { progress, written } = screen(true);
  await progress.step("Fetching", async (update) => {
    await setTimeout(120);
    update({ part: 0.25, text: "18 MB" });
    await setTimeout(120);
    update({ text: "unpacking" });
  });
  expect(written[0]).toBe("  Fetching");
  expect(written[1]).toMatch(/Fetching ██████░{18} 18 MB$/);
  expect(written[2]).toMatch(/Fetching {2}unpacking$/);
  expect(written.at(-1)).toMatch(/✓ Fetching: \d+\.\d s\n$/);
});

test("a step that fails is marked, and its error goes on", async () => {
  const { progress, written } = screen(false);
  const step = progress.step("Starting", () => Promise.reject(new Error("no")));
  await expect(step).rejects.toThrow("no");
  expect(written).toEqual(["✗ Starting\n"]);
});
