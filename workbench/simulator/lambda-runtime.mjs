/**
 * What a Lambda execution environment does, in a process of its own: loads the code, then takes one
 * event at a time. Plain JavaScript, so that any Node.js runs it.
 *
 * Arguments: the file with the handler. Messages in: {event, timeoutMs}. Out: {ready} once, with the
 * milliseconds that loading took, then {ok, result, error, ms} after each event.
 */
import { randomUUID } from "node:crypto";
import { createRequire } from "node:module";
import { performance } from "node:perf_hooks";
import process from "node:process";

const started = performance.now();
const { handler } = createRequire(import.meta.url)(process.argv[2]);
process.send({ ready: performance.now() - started });

process.on("message", async ({ event, timeoutMs }) => {
  const from = performance.now();
  const deadline = Date.now() + timeoutMs;
  const context = {
    awsRequestId: randomUUID(),
    getRemainingTimeInMillis: () => deadline - Date.now(),
  };
  let outcome;
  try {
    outcome = { ok: true, result: await handler(event, context) };
  } catch (error) {
    outcome = { ok: false, error: `${error.name}: ${error.message}` };
  }
  process.send({ ...outcome, ms: performance.now() - from });
});
process.on("disconnect", () => process.exit());
