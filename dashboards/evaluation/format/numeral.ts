import { CLOCK_PATTERN } from "../../../fields";
import { UnsupportedFormatError } from "./unsupported-format-error";

/** `format:number:defaultPattern` of Dashboards' settings, as it comes. */
export const DEFAULT_NUMBER_PATTERN = "0,0.[000]";

/** `0`, `0,0`, then decimals that are always written, always left out when zero, or some of both; `%`. */
const PATTERN = /^0(,0)?(?:\.(0*)(?:\[(0+)\])?)?(%)?$/;

const KNOWN = ["0,0", "0,0.[000]", "0,0.0", "0,0.0%", CLOCK_PATTERN];

/** What the Numeral library writes for a number, in the patterns that say how many digits there are. */
export function numeral(pattern: string): (value: number) => string {
  if (pattern === CLOCK_PATTERN) return clock;
  const [match, thousands, fixed = "", optional = "", percent = ""] = PATTERN.exec(pattern) ?? [];
  if (match === undefined) throw new UnsupportedFormatError(`number pattern ${pattern}`, KNOWN);
  const digits = fixed.length + optional.length;
  return (value) => {
    const [whole = "", decimals = ""] = rounded(percent ? value * 100 : value, digits).split(".");
    const kept = decimals.slice(0, fixed.length) + withoutZeros(decimals.slice(fixed.length));
    const grouped = thousands === undefined ? whole : whole.replace(/\B(?=(\d{3})+$)/g, ",");
    return `${grouped}${kept === "" ? "" : `.${kept}`}${percent}`;
  };
}

/** Numeral rounds halves of what is written in decimals up, not those of the binary fraction. */
function rounded(value: number, digits: number): string {
  const shifted = Number(`${value}e+${digits}`);
  // Very small and very large numbers are written with an exponent of their own.
  const whole = Math.round(Number.isNaN(shifted) ? value * 10 ** digits : shifted);
  return (whole / 10 ** digits).toFixed(digits);
}

function withoutZeros(decimals: string): string {
  return decimals.replace(/0+$/, "");
}

/** h:mm:ss. Numeral rounds the seconds after it has taken minutes away, so that a fraction can become 0:59:60. */
function clock(value: number): string {
  const absolute = Math.abs(value);
  const hours = Math.floor(absolute / 60 / 60);
  const minutes = Math.floor((absolute - hours * 60 * 60) / 60);
  const seconds = Math.round(absolute - hours * 60 * 60 - minutes * 60);
  return `${value < 0 ? "-" : ""}${hours}:${twoDigits(minutes)}:${twoDigits(seconds)}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}
