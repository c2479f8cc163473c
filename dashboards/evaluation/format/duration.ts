import { UnsupportedFormatError } from "./unsupported-format-error";

/** Parameters of the format `duration` as an index pattern saves them: what equals the default is left out. */
export interface DurationParams {
  readonly inputFormat?: string;
  readonly outputFormat?: string;
  readonly outputPrecision?: number;
  readonly showSuffix?: boolean;
}

const DEFAULT_PRECISION = 2;

const INPUT_MILLISECONDS: Readonly<Record<string, number>> = { milliseconds: 1, seconds: 1000 };

const OUTPUTS: Readonly<Record<string, { readonly milliseconds: number; readonly name: string }>> =
  {
    asSeconds: { milliseconds: 1000, name: "Seconds" },
    asMinutes: { milliseconds: 60_000, name: "Minutes" },
    asHours: { milliseconds: 3_600_000, name: "Hours" },
  };

/** A duration in one unit. */
export function duration(params: DurationParams): (value: number) => string {
  const { inputFormat = "seconds", outputFormat = "humanize", showSuffix = false } = params;
  const input = INPUT_MILLISECONDS[inputFormat];
  if (input === undefined) {
    throw new UnsupportedFormatError(`duration in ${inputFormat}`, Object.keys(INPUT_MILLISECONDS));
  }
  const output = OUTPUTS[outputFormat];
  if (!output) throw new UnsupportedFormatError(`duration ${outputFormat}`, Object.keys(OUTPUTS));
  const precision = params.outputPrecision ?? DEFAULT_PRECISION;
  const suffix = showSuffix ? ` ${output.name}` : "";
  return (value) => `${((value * input) / output.milliseconds).toFixed(precision)}${suffix}`;
}
