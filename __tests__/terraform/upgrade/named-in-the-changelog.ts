/**
 * What the changelog says an upgrade destroys or replaces: by release that is upgraded, and by stack.
 * An entry here needs a line there.
 */
export const NAMED_IN_THE_CHANGELOG: Readonly<
  Record<string, Readonly<Record<string, readonly string[]>>>
> = {};
