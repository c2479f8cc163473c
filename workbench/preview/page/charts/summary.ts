import type { ChartSummary } from "../texts";
import type { ChartData } from "../../../../dashboards/evaluation/chart-data";

/** A chart in a sentence: what a person would see first. */
export function summaryOf(title: string, { axis, series }: ChartData): ChartSummary {
  const points = series.flatMap(({ name, values, format }) =>
    values.flatMap((value, n) =>
      value === null ? [] : [{ value, text: format(value), name, place: axis.places[n]?.text }],
    ),
  );
  const [first, ...rest] = points;
  const top = first && rest.reduce((best, one) => (one.value > best.value ? one : best), first);
  const at = top && [top.place ?? "", ...(series.length > 1 ? [top.name] : [])].join(", ");
  return {
    title,
    points: points.length,
    series: series.map(({ name }) => name),
    ...(top && at !== undefined && { highest: { value: top.text, at } }),
  };
}
