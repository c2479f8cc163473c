import { useCallback, useEffect, useState } from "preact/hooks";
import { readChoices, writeChoices, type Choices } from "./choices";

export type Choose = (change: Partial<Choices>) => void;

/** The choices, kept in the address. */
export function useChoices(onChange: () => void): readonly [Choices, Choose] {
  const [choices, setChoices] = useState(read);

  useEffect(() => {
    const changed = (): void => {
      onChange();
      setChoices(read());
    };
    addEventListener("hashchange", changed);
    return () => removeEventListener("hashchange", changed);
  }, [onChange]);

  const choose = useCallback<Choose>(
    (change) => {
      onChange();
      const next = { ...read(), ...change };
      history.replaceState(null, "", writeChoices(next, navigator.language));
      setChoices(next);
    },
    [onChange],
  );
  return [choices, choose];
}

function read(): Choices {
  return readChoices(location.hash, navigator.language);
}
