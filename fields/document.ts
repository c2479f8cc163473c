import type { EventKind } from "./event-kind";
import type { FieldType, NumberType } from "./field";

type Value<T extends FieldType, V extends string> = T extends NumberType
  ? number
  : T extends "boolean"
    ? boolean
    : T extends "flat_object"
      ? Readonly<Record<string, unknown>>
      : V;

type ValueOf<F> = F extends { readonly type: infer T extends FieldType }
  ? Value<T, F extends { readonly values?: readonly (infer V extends string)[] } ? V : string>
  : never;

/** The fields below a dotted prefix, without the prefix. */
type Below<F, P extends string> = {
  [N in keyof F as N extends `${P}.${infer Rest}` ? Rest : never]: F[N];
};
type Parent<N> = N extends `${infer P}.${string}` ? P : never;
type Leaf<N> = N extends `${string}.${string}` ? never : N;
/** An alias is a name in the mapping only; no document holds it. */
type Written<F> = {
  [N in keyof F as F[N] extends { readonly aliasOf: string } ? never : N]: F[N];
};
type Required<F, N extends keyof F> = F[N] extends { readonly required: true } ? N : never;
type Optional<F, N extends keyof F> = F[N] extends { readonly required: true } ? never : N;

type Nested<F> = {
  readonly [N in keyof F as Leaf<Required<F, N>>]: ValueOf<F[N]>;
} & {
  readonly [N in keyof F as Leaf<Optional<F, N>>]?: ValueOf<F[N]> | null;
} & {
  readonly [P in Parent<keyof F>]?: Nested<Below<F, P>> | null;
};

/** A document of the kind as TypeScript sees it: the dotted names as nested objects. */
export type DocumentOf<K extends EventKind> = Nested<Written<K["fields"]>>;
