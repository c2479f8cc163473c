import { useEffect, useState } from "preact/hooks";
import type { PreviewState } from "../../api";
import type { Clock } from "./clock";

/** The server's state, each second. */
export function useServerState(clock: Clock): PreviewState | undefined {
  const [state, setState] = useState(clock.state);
  useEffect(() => clock.seconds.subscribe(() => setState(clock.state)), [clock]);
  return state;
}

export function useServerIsGone(clock: Clock): boolean {
  const [gone, setGone] = useState(clock.serverIsGone);
  useEffect(() => {
    const tell = (): void => setGone(clock.serverIsGone);
    const ends = [clock.losses, clock.turns].map((beat) => beat.subscribe(tell));
    return () => ends.forEach((end) => end());
  }, [clock]);
  return gone;
}
