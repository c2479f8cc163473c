import type { Contact } from "./contact";
import { later, type World } from "./world";

/** Connect writes a record some seconds after all is done. */
const WRITING = { from: 2, to: 70 };
/** Some records are written again, because something about the contact changed. */
const CHANGE_CHANCE = 0.12;
const CHANGE_MEAN_SECONDS = 9 * 3600;
const LONGEST_CHANGE_SECONDS = 6 * 24 * 3600;

/** Publishes the contact's record, and perhaps once more when the contact changes. */
export function publishRecord(world: World, contact: Contact): void {
  const { random, publisher } = world;
  later(world, random.int(WRITING.from, WRITING.to), () => {
    publisher.contactRecord(contact, world.now);
    if (random.chance(CHANGE_CHANCE)) changeLater(world, contact);
  });
}

function changeLater(world: World, contact: Contact): void {
  const { random, publisher } = world;
  const delay = Math.min(LONGEST_CHANGE_SECONDS, 1 + random.exponential(CHANGE_MEAN_SECONDS));
  later(world, delay, () => {
    contact.attributes = { ...contact.attributes, survey: String(random.int(1, 5)) };
    // What was not known at first may be by then: a late copy changes numbers, not only attributes.
    if (random.chance(0.5)) contact.acwKnown = true;
    if (random.chance(0.5)) contact.interactionKnown = true;
    publisher.contactRecord(contact, world.now);
    if (random.chance(CHANGE_CHANCE)) changeLater(world, contact);
  });
}
