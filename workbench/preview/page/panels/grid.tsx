import type { Choices } from "../choices/choices";
import type { Choose } from "../choices/use-choices";
import type { DashboardModel } from "../data/dashboard-model";
import { Panel } from "./panel";

interface Props {
  readonly dashboard: DashboardModel;
  readonly filters: Choices["filters"];
  readonly choose: Choose;
}

/** The panels where the saved grid has them: 48 columns, rows of 20 pixels; below each other on a phone. */
export function Grid({ dashboard, filters, choose }: Props) {
  return (
    <div class="grid">
      {dashboard.panels.map((panel) => (
        <Panel
          key={`${dashboard.id} ${panel.id}`}
          panel={panel}
          objects={dashboard.objects}
          filters={filters}
          choose={choose}
        />
      ))}
    </div>
  );
}
