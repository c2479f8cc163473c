import { useLayoutEffect, useRef } from "preact/hooks";
import { init, type EChartsCoreOption, type EChartsType } from "./echarts";

interface Props {
  readonly option: EChartsCoreOption;
  /** Its name, where it is wider than its panel: what scrolls must be reachable by keyboard. */
  readonly scrollsAs?: string;
}

/** A chart that is drawn once and changed from then on. */
export function Chart({ option, scrollsAs }: Props) {
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

  useLayoutEffect(() => {
    chart.current?.setOption(option, { notMerge: true });
  }, [option]);

  return (
    <div
      class="chart-frame"
      {...(scrollsAs !== undefined && { tabIndex: 0, role: "group", "aria-label": scrollsAs })}
    >
      <div class="chart" ref={element} />
    </div>
  );
}
