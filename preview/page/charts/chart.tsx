import { useLayoutEffect, useRef } from "preact/hooks";
import { init, type EChartsCoreOption, type EChartsType } from "./echarts";

/** A chart that is drawn once and changed from then on. */
export function Chart({ option }: { readonly option: EChartsCoreOption }) {
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

  return <div class="chart" ref={element} />;
}
