import { useEffect, useLayoutEffect, useState } from "preact/hooks";
import type { Theme } from "./choices";

/** Light or dark, also where the system decides; said on the document's element. */
export function useTheme(theme: Theme): "light" | "dark" {
  const [query] = useState(() => matchMedia("(prefers-color-scheme: dark)"));
  const [systemIsDark, setSystemIsDark] = useState(query.matches);
  useEffect(() => {
    const changed = (): void => setSystemIsDark(query.matches);
    query.addEventListener("change", changed);
    return () => query.removeEventListener("change", changed);
  }, [query]);
  const system = systemIsDark ? "dark" : "light";
  const shown = theme === "system" ? system : theme;
  useLayoutEffect(() => {
    document.documentElement.dataset["theme"] = shown;
  }, [shown]);
  return shown;
}
