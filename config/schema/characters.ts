import type { z } from "zod";

/**
 * A text of at most so many characters, as AWS counts them: code points of Unicode, of which many, such as
 * an emoji, are two units of a JavaScript string.
 * @see https://smithy.io/2.0/spec/constraint-traits.html#length-trait
 */
export function atMostCharacters<T extends z.ZodString>(
  text: T,
  longest: number,
  tooLong?: string,
) {
  const limited = text.check(({ issues, value }) => {
    if (charactersIn(value) <= longest) return;
    issues.push({
      code: "too_big",
      origin: "string",
      maximum: longest,
      inclusive: true,
      input: value,
      continue: true,
      ...(tooLong !== undefined && { message: tooLong }),
    });
  });
  // Counted in the same way by JSON Schema.
  return limited.meta({ maxLength: longest });
}

export function charactersIn(text: string): number {
  return [...text].length;
}
