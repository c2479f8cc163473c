import { sampleEvent } from "../../testing/sample-events";

const INSTANCE = /arn:aws:connect:[\w-]+:\d+:instance\/[\w-]{36}/g;
const TIME = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g;
/** A time that stands for none, such as 1970. */
const EARLIEST_MS = Date.parse("2000-01-01T00:00:00Z");
const AGE_MS = 60_000;

/**
 * A sample of AWS's documentation as the applied instance would send it: all times are moved so that the newest is a
 * minute ago, because retention counts from today.
 */
export function freshEvent(name: string, instanceArn: string): object {
  const text = sampleEvent(name).replace(INSTANCE, instanceArn);
  const times = [...text.matchAll(TIME)].map(([time]) => Date.parse(time));
  const newest = Math.max(...times.filter((time) => time > EARLIEST_MS));
  const moved = text.replace(TIME, (time, fraction: string | undefined) => {
    const iso = new Date(Date.parse(time) + Date.now() - AGE_MS - newest).toISOString();
    return fraction === undefined ? iso.replace(/\.\d+Z$/, "Z") : iso;
  });
  return JSON.parse(moved) as object;
}
