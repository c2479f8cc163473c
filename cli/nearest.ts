import { closest, distance } from "fastest-levenshtein";

/** Most letters by which a mistyped name may differ. */
const TYPING_ERRORS = 2;

/** The name that was probably meant, if one is near. */
export function nearest(given: string, names: readonly string[]): string | undefined {
  if (names.length === 0) return undefined;
  const name = closest(given, names);
  return distance(given, name) <= TYPING_ERRORS ? name : undefined;
}

/** Message of an error of `util.parseArgs`; for an unknown option, with the option that was probably meant. */
export function argumentError(error: unknown, options: readonly string[]): string {
  const { message } = error as Error;
  const [start, unknown = ""] = /^Unknown option '--([^'=]+)'/.exec(message) ?? [];
  const meant = start === undefined ? undefined : nearest(unknown, [...options, "help"]);
  return meant === undefined ? message : `${start}, did you mean --${meant}?`;
}
