import { currentDigests, keptDigests } from "./kept-digests";

/**
 * An address, a name or an attribute that changes replaces a resource in an upgrade. A change that is
 * intended is kept with `npm run digests:keep`, in the commit that makes it.
 */
test("the JSON of every stack of every example is that of the commit before", () => {
  expect(currentDigests()).toEqual(keptDigests());
});
