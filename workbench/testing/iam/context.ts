/** Condition keys and policy variables of a request. IAM does not tell upper from lower case in their names. */
export class Context {
  readonly #values: ReadonlyMap<string, readonly string[]>;

  constructor(values: Readonly<Record<string, string | readonly string[]>>) {
    this.#values = new Map(
      Object.entries(values).map(([key, value]) => [key.toLowerCase(), [value].flat()]),
    );
  }

  public valuesOf(key: string): readonly string[] {
    return this.#values.get(key.toLowerCase()) ?? [];
  }

  /** The only value. What IAM does with several where one is compared is not defined, and refused here. */
  public valueOf(key: string): string | undefined {
    const [value, ...others] = this.valuesOf(key);
    if (others.length > 0) throw new Error(`${key} has several values where one is compared.`);
    return value;
  }
}
