import type { ComponentChildren } from "preact";
import { useId, useState } from "preact/hooks";
import { nameOf } from "../choices/time-ranges";
import type { PanelModel } from "../data/dashboard-model";
import type { Shown } from "../data/panel-loader";
import { useTexts } from "../texts";

interface Props {
  readonly panel: PanelModel;
  readonly state: Shown["state"];
  /** Beside the title. */
  readonly actions?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** A panel's place, title, description and state. */
export function Frame({ panel, state, actions, children }: Props) {
  const texts = useTexts();
  const id = useId();
  const { x, y, w, h } = panel.grid;
  const place = { gridColumn: `${x + 1} / span ${w}`, gridRow: `${y + 1} / span ${h}` };
  return (
    <section
      class={`panel panel-${panel.vis.type}`}
      style={place}
      aria-labelledby={id}
      aria-busy={state === "loading"}
      data-panel={panel.id}
      data-state={state}
    >
      <div class="panel-header">
        <h2 id={id}>{panel.title}</h2>
        <OwnTime panel={panel} />
        <div class="panel-actions">
          {actions}
          {panel.description !== "" && (
            <Description title={panel.title} text={panel.description} label={texts.description} />
          )}
        </div>
      </div>
      <div class="panel-body">{children}</div>
    </section>
  );
}

/** Panels that do not follow the chosen time range say so. */
function OwnTime({ panel: { timeRange, isNow } }: { readonly panel: PanelModel }) {
  const texts = useTexts();
  if (isNow) return <span class="badge">{texts.now}</span>;
  if (!timeRange) return null;
  const name = nameOf(timeRange);
  const range = name ? texts.timeRanges[name] : `${timeRange.from} – ${timeRange.to}`;
  return <span class="badge">{texts.ownTimeRange(range)}</span>;
}

interface DescriptionProps {
  readonly title: string;
  readonly text: string;
  readonly label: (title: string) => string;
}

function Description({ title, text, label }: DescriptionProps) {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <>
      <button
        type="button"
        class="icon"
        aria-label={label(title)}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
        onKeyDown={({ key }) => key === "Escape" && setOpen(false)}
        onBlur={() => setOpen(false)}
      >
        <span aria-hidden="true">?</span>
      </button>
      <p id={id} class="description" hidden={!open}>
        {text}
      </p>
    </>
  );
}
