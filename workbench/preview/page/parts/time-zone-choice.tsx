import type { Choose } from "../choices/use-choices";
import { useTexts } from "../texts";
import { Select, SelectOption } from "./select";

interface Props {
  /** Absent: the browser's. */
  readonly chosen: string | undefined;
  readonly contactCenters: readonly string[];
  readonly choose: Choose;
}

const BROWSER = "";

export const BROWSER_ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;

const ALL = Intl.supportedValuesOf("timeZone");

/** Dashboards cuts days in the viewer's zone; here the viewer can sit anywhere. */
export function TimeZoneChoice({ chosen = BROWSER, contactCenters, choose }: Props) {
  const texts = useTexts();
  const near = [...new Set([...contactCenters, "UTC"])];
  const others = [...new Set([...ALL, chosen])].filter(
    (zone) => zone !== BROWSER && !near.includes(zone),
  );
  const option = (zone: string) => (
    <SelectOption key={zone} value={zone} label={zone.replaceAll("_", " ")} chosen={chosen} />
  );
  return (
    <Select
      label={texts.timeZone}
      value={chosen}
      options={[{ value: BROWSER, label: `${texts.timeZones.browser} (${BROWSER_ZONE})` }]}
      onChoose={(zone) => choose({ timeZone: zone === BROWSER ? undefined : zone })}
    >
      <optgroup label={texts.timeZones.contactCenters}>{near.map(option)}</optgroup>
      <optgroup label={texts.timeZones.all}>{others.map(option)}</optgroup>
    </Select>
  );
}
