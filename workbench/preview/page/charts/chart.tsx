import { useLayoutEffect, useRef } from "preact/hooks";
import { init, type EChartsCoreOption, type EChartsType } from "./echarts";

interface Props {
  readonly option: EChartsCoreOption;
  /** Different where more than numbers differ. */
  readonly layout: string;
  /** Its name, where it is wider than its panel: what scrolls must be reachable by keyboard. */
  readonly scrollsAs?: string;
}

/** A chart that is drawn once and changed from then on. */
export function Chart({ option, layout, scrollsAs }: Props) {
  const element = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType>(undefined);

  useLayoutEffect(() => {
    const { current } = element;
    if (!current) return undefined;
    const made = init(current, undefined, { renderer: "svg" });
    chart.current = made;
    const observer = new ResizeObserver(() => {
      const { clientWidth, clientHeight } = current;
      if (made.getWidth() !== clientWidth || made.getHeight() !== clientHeight) made.resize();
    });
    observer.observe(current);
    return () => {
      observer.disconnect();
      made.dispose();
    };
  }, []);

  const drawnAs = useRef(layout);
  useLayoutEffect(() => {
    // Only the numbers are new, mostly: what a person points at stays open.
    const numbersOnly = drawnAs.current === layout;
    drawnAs.current = layout;
    const update = numbersOnly ? { replaceMerge: ["series"] } : { notMerge: true };
    chart.current?.setOption(option, update);
  }, [option, layout]);

  return (
    <div
      class="chart-frame"
      {...(scrollsAs !== undefined && { tabIndex: 0, role: "group", "aria-label": scrollsAs })}
    >
      <div class="chart" ref={element} />
    </div>
  );
}
