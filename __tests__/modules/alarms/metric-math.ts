/** A time series: values by the time at which their periods begin, in milliseconds since 1970. */
export type Series = ReadonlyMap<number, number>;
type Value = number | Series;

/** Behaviour that AWS does not document. Every test names its assumptions. */
export interface Assumptions {
  /** FILL of a series without any point gives points. */
  readonly fillsEmptySeries: boolean;
  /** DAY and HOUR of a series without any point give points. */
  readonly datesEmptySeries: boolean;
  /** TIME_SERIES gives points in an alarm, as it does in a graph. */
  readonly timeSeriesInAlarms: boolean;
}

export interface Query {
  /** Start of every retrieved period. */
  readonly times: readonly number[];
  readonly series: Readonly<Record<string, Series>>;
  readonly assumptions: Assumptions;
}

const TOKEN = /\s*([A-Z_]+(?=\()|[a-z]\w*|\d+(?:\.\d+)?|[=!<>]=|AND|OR|[-+*/<>(),])/y;

type Operator = (one: number, other: number) => number;
const LEVELS: readonly Readonly<Record<string, Operator>>[] = [
  { OR: (one, other) => Number(one !== 0 || other !== 0) },
  { AND: (one, other) => Number(one !== 0 && other !== 0) },
  {
    "==": (one, other) => Number(one === other),
    "!=": (one, other) => Number(one !== other),
    "<=": (one, other) => Number(one <= other),
    ">=": (one, other) => Number(one >= other),
    "<": (one, other) => Number(one < other),
    ">": (one, other) => Number(one > other),
  },
  { "+": (one, other) => one + other, "-": (one, other) => one - other },
  { "*": (one, other) => one * other, "/": (one, other) => one / other },
];

/**
 * The part of CloudWatch metric math that the alarms use. Anything else in an expression is an error.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html
 */
export function evaluate(expression: string, query: Query): Value {
  const tokens = tokensOf(expression);
  const value = readLevel(0, tokens, query);
  if (tokens.length > 0) throw new Error(`${expression}: ${tokens.join(" ")} is left over.`);
  return value;
}

function tokensOf(expression: string): string[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < expression.trimEnd().length) {
    const at = TOKEN.lastIndex;
    const [, token] = TOKEN.exec(expression) ?? [];
    if (token === undefined) throw new Error(`${expression.slice(at)} is not evaluated.`);
    tokens.push(token);
  }
  return tokens;
}

function readLevel(level: number, tokens: string[], query: Query): Value {
  const operators = LEVELS[level];
  if (!operators) return readOperand(tokens, query);
  let value = readLevel(level + 1, tokens, query);
  for (;;) {
    const operator = operators[tokens[0] ?? ""];
    if (!operator) return value;
    tokens.shift();
    value = combine(value, readLevel(level + 1, tokens, query), operator);
  }
}

function readOperand(tokens: string[], query: Query): Value {
  const token = tokens.shift() ?? "";
  if (token === "(") {
    const value = readLevel(0, tokens, query);
    expectNext(")", tokens);
    return value;
  }
  if (/^\d/.test(token)) return Number(token);
  if (/^[A-Z]/.test(token)) return call(token, readArguments(tokens, query), query);
  const series = query.series[token];
  if (!series) throw new Error(`No series is called ${token}.`);
  return series;
}

function readArguments(tokens: string[], query: Query): Value[] {
  expectNext("(", tokens);
  const values = [readLevel(0, tokens, query)];
  while (tokens[0] === ",") {
    tokens.shift();
    values.push(readLevel(0, tokens, query));
  }
  expectNext(")", tokens);
  return values;
}

function expectNext(token: string, tokens: string[]): void {
  const found = tokens.shift();
  if (found !== token) throw new Error(`${String(found)} stands where ${token} belongs.`);
}

/** Of two series, a missing point counts as 0 where the other has one. */
function combine(one: Value, other: Value, operator: Operator): Value {
  if (typeof one === "number" && typeof other === "number") return operator(one, other);
  const times = [one, other].flatMap((value) =>
    typeof value === "number" ? [] : [...value.keys()],
  );
  return new Map(
    times.map((time) => [time, operator(pointAt(one, time) ?? 0, pointAt(other, time) ?? 0)]),
  );
}

function pointAt(value: Value, time: number): number | undefined {
  return typeof value === "number" ? value : value.get(time);
}

function call(name: string, values: readonly Value[], { assumptions, times }: Query): Value {
  const everywhere = (point: (time: number) => number): Series =>
    new Map(times.map((time) => [time, point(time)]));
  const [first, second, third] = values;
  if (first === undefined) throw new Error(`${name} has no argument.`);
  switch (name) {
    case "TIME_SERIES":
      if (typeof first !== "number") break;
      return assumptions.timeSeriesInAlarms ? everywhere(() => first) : new Map();
    case "DAY":
    case "HOUR":
      if (typeof first === "number") break;
      if (first.size === 0 && !assumptions.datesEmptySeries) return new Map();
      return everywhere((time) =>
        name === "HOUR" ? new Date(time).getUTCHours() : new Date(time).getUTCDay() || 7,
      );
    case "FILL":
      if (typeof first === "number" || typeof second !== "number") break;
      if (first.size === 0 && !assumptions.fillsEmptySeries) return first;
      return everywhere((time) => first.get(time) ?? second);
    case "IF":
      if (typeof first === "number" || second === undefined || third === undefined) break;
      return choose(first, second, third);
  }
  throw new Error(`${name} of these arguments is not evaluated.`);
}

/** True without a point is 0, false without a point is dropped. */
function choose(condition: Series, yes: Value, no: Value): Series {
  return new Map(
    [...condition].flatMap(([time, holds]) => {
      const point = holds === 0 ? pointAt(no, time) : (pointAt(yes, time) ?? 0);
      return point === undefined ? [] : [[time, point] as const];
    }),
  );
}
