import { DateTime } from "luxon";
import type { Clock } from "../data/clock";
import { useServerState } from "../data/use-clock";
import { useTexts } from "../texts";

interface Props {
  readonly clock: Clock;
  readonly timeZone: string;
}

/** How far the simulation is. Only a new phase is read out; what changes each second is not. */
export function Status({ clock, timeZone }: Props) {
  const texts = useTexts();
  const state = useServerState(clock);
  if (!state) return <p class="status">{texts.loading}</p>;
  const { phase, contacts, now, speed } = state;
  const time = DateTime.fromMillis(now, { zone: timeZone });
  return (
    <p class="status" data-phase={phase}>
      <span class="phase" role="status">
        {texts.phases[phase]}
      </span>
      <span class="contacts">{texts.contacts(contacts.toLocaleString("en-US"))}</span>
      <span class="moment">
        <span class="subdued">
          {phase === "records" ? texts.newestRecord : texts.simulatedTime}
        </span>{" "}
        <time dateTime={time.toISO() ?? ""}>{time.toFormat("yyyy-MM-dd HH:mm:ss")}</time>
        {phase === "live" && speed !== 1 && ` · ${texts.speed(String(speed))}`}
      </span>
    </p>
  );
}
