import type { TimeRange } from "../../../../dashboards/objects/dashboard";
import type { Choose } from "../choices/use-choices";
import {
  daysOf,
  nameOf,
  OFFERED_RANGES,
  rangeOfDays,
  TIME_RANGES,
  type Days,
  type NamedRange,
} from "../choices/time-ranges";
import { useTexts } from "../texts";
import { Select } from "./select";

interface Props {
  readonly chosen: TimeRange;
  readonly timeZone: string;
  readonly now: () => number;
  readonly choose: Choose;
}

const CUSTOM = "custom";

/** A range by its name, or days from a calendar. */
export function TimeRangeChoice({ chosen, timeZone, now, choose }: Props) {
  const texts = useTexts();
  const name = nameOf(chosen);
  const chooseName = (value: string): void => {
    const known = OFFERED_RANGES.find((range) => range === value);
    const days = daysOf(chosen, now(), timeZone);
    const timeRange = known ? TIME_RANGES[known] : rangeOfDays(days, timeZone);
    if (timeRange) choose({ timeRange });
  };
  const options = [
    ...OFFERED_RANGES.map((value: NamedRange) => ({ value, label: texts.timeRanges[value] })),
    { value: CUSTOM, label: texts.custom },
  ];
  return (
    <>
      <Select
        label={texts.timeRange}
        value={name ?? CUSTOM}
        options={options}
        onChoose={chooseName}
      />
      {name === undefined && (
        <CustomDays
          days={daysOf(chosen, now(), timeZone)}
          choose={(days) => {
            const timeRange = rangeOfDays(days, timeZone);
            if (timeRange) choose({ timeRange });
          }}
        />
      )}
    </>
  );
}

interface CustomDaysProps {
  readonly days: Days;
  readonly choose: (days: Days) => void;
}

/** Where one day would pass the other, it takes the other along. */
function CustomDays({ days: { first, last }, choose }: CustomDaysProps) {
  const texts = useTexts();
  return (
    <>
      <DayField
        label={texts.from}
        value={first}
        choose={(day) => choose({ first: day, last: day > last ? day : last })}
      />
      <DayField
        label={texts.to}
        value={last}
        choose={(day) => choose({ first: day < first ? day : first, last: day })}
      />
    </>
  );
}

interface DayFieldProps {
  readonly label: string;
  readonly value: string;
  readonly choose: (day: string) => void;
}

function DayField({ label, value, choose }: DayFieldProps) {
  return (
    <label class="field">
      <span>{label}</span>
      <input
        type="date"
        value={value}
        onChange={({ currentTarget }) => {
          if (currentTarget.value !== "") choose(currentTarget.value);
        }}
      />
    </label>
  );
}
