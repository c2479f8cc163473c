import { usePage } from "../data/context";
import type { PanelModel } from "../data/dashboard-model";
import { useTexts } from "../texts";

/** Nothing was found: said, so that it does not look like a fault. */
export function Empty({ panel }: { readonly panel: PanelModel }) {
  const texts = useTexts();
  const { view } = usePage();
  const inRange = view.filters.length > 0 ? texts.nothingWithFilters : texts.nothingInRange;
  return <p class="placeholder empty">{panel.isNow ? texts.nothingNow : inRange}</p>;
}
