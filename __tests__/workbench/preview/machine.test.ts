import { findChromium } from "../../../workbench/preview/find-chromium";
import { assertMemory, heapFor } from "../../../workbench/preview/machine";
import { PageServer } from "../../../workbench/preview/server/server";

const GIBIBYTE = 1024 ** 3;

test("too little memory is said in numbers, with what to do", () => {
  expect(() => assertMemory(1, 1.2 * GIBIBYTE)).toThrow(
    "The preview needs 1.8 GiB of memory for OpenSearch; 1.2 GiB are free. End something else and try again.",
  );
  expect(() => assertMemory(2, 2 * GIBIBYTE)).toThrow(
    /or make the contact centers smaller than 2000 contacts a day together \(--contacts-per-day\)/,
  );
  expect(() => assertMemory(1, 1.8 * GIBIBYTE)).not.toThrow();
});

test("large contact centers get a larger heap", () => {
  expect(heapFor(400)).toBe(1);
  expect(heapFor(4000)).toBe(2);
});

test("a taken port is said, with another one to try", async () => {
  const first = await PageServer.listen(0);
  const { port } = first;
  await expect(PageServer.listen(port)).rejects.toThrow(
    `Port ${port} is taken, perhaps by another preview: http://127.0.0.1:${port}/. ` +
      `End that, or choose another port: npm run preview -- --port ${port + 1}`,
  );
  await first.stop();
});

test("a missing browser is said, with how to get one", () => {
  expect(() => findChromium({ PATH: "/nowhere", CHROME_PATH: "/none/chrome" })).toThrow(
    /CHROME_PATH names \/none\/chrome, which does not exist.*apt-get install chromium/,
  );
});
