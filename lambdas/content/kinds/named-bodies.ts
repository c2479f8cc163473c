import type { KindApi } from "./kind-api";

export interface NamedBodiesProps<T> {
  /** Path of the API; the name of the object follows. */
  readonly path: string;
  /** The body in the answer to the reading request. */
  readonly bodyOf: (answer: T, name: string) => object | undefined;
}

/** Kinds with an API of `GET`, `PUT` and `DELETE` on a path that ends with the name; the last write wins. */
export function namedBodies<T>({ bodyOf, path }: NamedBodiesProps<T>): KindApi {
  const pathOf = (name: string): string => `${path}/${encodeURIComponent(name)}`;
  return {
    async read(domain, { name }) {
      const answer = await domain.find<T>(pathOf(name));
      const body = answer && bodyOf(answer, name);
      return body && { body };
    },
    async write(domain, { body, name }) {
      await domain.send("PUT", pathOf(name), { body });
    },
    async remove(domain, { name }) {
      await domain.send("DELETE", pathOf(name));
    },
  };
}
