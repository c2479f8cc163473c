/** One error in the configuration: where it is, what is wrong and what would be right. */
export interface Problem {
  /** Path in the file, as a person would write it: `contactCenters[0].timeZone`. */
  readonly path: string;
  readonly message: string;
}

/** Carries every error of a configuration at once. Thrown before anything is synthesized. */
export class ConfigurationError extends Error {
  public override readonly name = "ConfigurationError";

  constructor(
    public readonly file: string,
    public readonly problems: readonly Problem[],
  ) {
    super(`${file}: ${count(problems.length)}\n${problems.map(lineOf).join("\n")}`);
  }
}

export function lineOf({ path, message }: Problem): string {
  return path === "" ? message : `${path}: ${message}`;
}

function count(errors: number): string {
  return errors === 1 ? "1 error" : `${errors} errors`;
}

export function pathOf(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === "number") return `${text}[${key}]`;
    return text === "" ? String(key) : `${text}.${String(key)}`;
  }, "");
}

export function valueAt(file: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === "object" && value !== null
        ? (value as Readonly<Record<PropertyKey, unknown>>)[key]
        : undefined,
    file,
  );
}

/** The value as the user wrote it, short enough for one line. */
export function show(value: unknown): string {
  // JSON has no word for .nan and .inf.
  const text = typeof value === "number" ? String(value) : (JSON.stringify(value) ?? "nothing");
  // Characters, not units of UTF-16: half an emoji is none.
  const characters = [...text];
  return characters.length > 60 ? `${characters.slice(0, 57).join("")}...` : text;
}

export function oneOf(values: readonly unknown[]): string {
  return values.length === 1 ? String(values[0]) : `one of ${values.map(String).join(", ")}`;
}
