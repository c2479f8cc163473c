import { Deadline } from "../../../lambdas/shared/deadline";
import { retry } from "../../../lambdas/shared/retry";

describe("retrying", () => {
  const options = (milliseconds: number) => ({
    deadline: new Deadline(Date.now() + milliseconds),
    purpose: "try the thing",
    isTransient: (error: unknown) => (error as Error).message === "busy",
  });

  test("repeats the attempt until it succeeds", async () => {
    let failures = 2;
    const result = await retry(options(10_000), () =>
      failures-- > 0 ? Promise.reject(new Error("busy")) : Promise.resolve("done"),
    );
    expect(result).toBe("done");
  });

  test("ends at once with a permanent error", async () => {
    let attempts = 0;
    const attempt = (): Promise<never> => {
      attempts += 1;
      return Promise.reject(new Error("forbidden"));
    };
    await expect(retry(options(10_000), attempt)).rejects.toThrow("forbidden");
    expect(attempts).toBe(1);
  });

  test("ends before the deadline, with the last error as the cause", async () => {
    const started = Date.now();
    const failure = retry(options(400), () => Promise.reject(new Error("busy")));
    await expect(failure).rejects.toMatchObject({
      name: "OutOfTimeError",
      message: "Not enough time left to try the thing; the batch fails and is delivered again.",
      cause: new Error("busy"),
    });
    expect(Date.now() - started).toBeLessThan(400);
  });
});
