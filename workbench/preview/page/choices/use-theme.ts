import { useLayoutEffect } from "preact/hooks";
import type { Theme } from "./choices";
import { useMedia } from "./use-media";

/** Light or dark, also where the system decides; said on the document's element. */
export function useTheme(theme: Theme): "light" | "dark" {
  const system = useMedia("(prefers-color-scheme: dark)") ? "dark" : "light";
  const shown = theme === "system" ? system : theme;
  useLayoutEffect(() => {
    document.documentElement.dataset["theme"] = shown;
  }, [shown]);
  return shown;
}
