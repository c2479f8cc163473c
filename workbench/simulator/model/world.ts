import type { Profile } from "../profile";
import type { LocalClock } from "./local-clock";
import type { Publisher } from "./publisher";
import type { Random } from "./random";
import type { Schedule } from "./schedule";

/** What every part of the model shares. Times are seconds since 1970. */
export interface World {
  readonly profile: Profile;
  readonly random: Random;
  readonly clock: LocalClock;
  readonly schedule: Schedule;
  readonly publisher: Publisher;
  now: number;
}

/** Something that happens some seconds from now. */
export function later(world: World, seconds: number, action: () => void): void {
  world.schedule.add(world.now + Math.max(0, Math.round(seconds)), action);
}
