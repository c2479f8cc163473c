import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Beat } from "./beat";
import type { Clock } from "./clock";
import type { View } from "./panel-loader";
import type { Settled } from "./settled";

/** What every panel needs to know. */
export interface PageContextValue {
  readonly clock: Clock;
  /** Time to ask again. */
  readonly refreshes: Beat;
  readonly settled: Settled;
  readonly view: View;
  readonly theme: "light" | "dark";
  /** Charts have no room beside them. */
  readonly isNarrow: boolean;
}

const PageContext = createContext<PageContextValue | undefined>(undefined);

export const PageProvider = PageContext.Provider;

export function usePage(): PageContextValue {
  const value = useContext(PageContext);
  if (!value) throw new Error("This component stands inside of a page.");
  return value;
}
