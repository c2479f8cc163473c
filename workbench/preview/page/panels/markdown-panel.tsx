import MarkdownIt from "markdown-it";
import { useLayoutEffect, useMemo } from "preact/hooks";
import { dashboardOfLink } from "../choices/choices";
import type { Choose } from "../choices/use-choices";
import { usePage } from "../data/context";
import type { PanelModel } from "../data/dashboard-model";
import { useTexts } from "../texts";
import { Frame } from "./frame";

/** What the rendering of a text depends on beside the text. */
type Environment = {
  /** What links say that open in a new tab; absent: they do not. */
  readonly newTab?: string;
};

/** Without HTML, as Dashboards renders it. */
const MARKDOWN = new MarkdownIt({ html: false, linkify: true });
MARKDOWN.renderer.rules["link_open"] = (tokens, index, options, env, self) => {
  const { newTab } = env as Environment;
  if (newTab !== undefined) {
    tokens[index]?.attrSet("target", "_blank");
    tokens[index]?.attrSet("rel", "noopener noreferrer");
  }
  return self.renderToken(tokens, index, options);
};
MARKDOWN.renderer.rules["link_close"] = (_tokens, _index, _options, env) => {
  const { newTab } = env as Environment;
  return newTab === undefined ? "</a>" : `<span class="unseen"> (${newTab})</span></a>`;
};

/** Headings of a text stand below the title of its panel. */
MARKDOWN.core.ruler.push("deeper_headings", ({ tokens }) => {
  for (const token of tokens) {
    if (/^h[1-4]$/.test(token.tag)) token.tag = `h${Math.max(Number(token.tag.slice(1)) + 1, 3)}`;
  }
});

interface Props {
  readonly panel: PanelModel;
  readonly choose: Choose;
}

export function MarkdownPanel({ panel, choose }: Props) {
  const texts = useTexts();
  const { settled, view } = usePage();
  const { markdown, openLinksInNewTab } = panel.vis.params as {
    readonly markdown: string;
    readonly openLinksInNewTab: boolean;
  };
  const html = useMemo(() => {
    const environment: Environment = openLinksInNewTab ? { newTab: texts.opensInNewTab } : {};
    return MARKDOWN.render(markdown, environment);
  }, [markdown, openLinksInNewTab, texts]);
  useLayoutEffect(() => settled.panelShows(panel.id, view.key), [settled, panel, view]);
  return (
    <Frame panel={panel} state="ready">
      {/* Made by markdown-it, which escapes all HTML of the text. */}
      <div
        class="markdown"
        tabIndex={0}
        role="group"
        aria-label={panel.title}
        onClick={(event) => followInPlace(event, choose)}
        dangerouslySetInnerHTML={{ __html: html }}
      />
    </Frame>
  );
}

/** A link to another dashboard keeps what is chosen, as Dashboards does. */
function followInPlace(event: MouseEvent, choose: Choose): void {
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  const dashboard = dashboardOfLink(link?.getAttribute("href") ?? "");
  if (dashboard === undefined || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  choose({ dashboard });
}
