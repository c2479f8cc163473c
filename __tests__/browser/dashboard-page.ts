import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import type { AbsoluteRange, PanelData, SearchRequest } from "../../dashboards/evaluation/search";
import { API, type PanelSearches } from "../../workbench/preview/api";

export interface PageChoices {
  readonly dashboard: string;
  readonly from?: string;
  readonly to?: string;
  readonly tz?: string;
  readonly lang?: string;
  readonly refresh?: string;
  readonly theme?: string;
  readonly filters?: Readonly<Record<string, readonly string[]>>;
}

interface Query {
  readonly bool: { readonly filter: readonly { readonly range?: Record<string, AbsoluteRange> }[] };
}

const SETTLED = 'html[data-settled="true"]';
const PATIENCE_MS = 60_000;

/** The preview's page in a browser, as a test reads it. */
export class DashboardPage {
  /** Errors in the console, exceptions, and requests without an answer. */
  readonly faults: string[] = [];
  /** How many searches each request carried, of those since the page was opened. */
  readonly searchesSent: number[] = [];
  /** The newest search of each panel. */
  readonly #searches = new Map<string, SearchRequest>();

  readonly #url: string;

  private constructor(
    readonly page: Page,
    url: string,
  ) {
    this.#url = url;
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) this.faults.push(message.text());
    });
    page.on("pageerror", (error) => this.faults.push(String(error)));
    page.on("response", (response) => {
      if (response.status() >= 400) this.faults.push(`${response.status()} ${response.url()}`);
    });
    page.on("request", (request) => {
      if (new URL(request.url()).pathname !== API.searches) return;
      const { searches } = JSON.parse(request.postData() ?? "{}") as PanelSearches;
      this.searchesSent.push(searches.length);
      for (const { panel, ...search } of searches) this.#searches.set(panel, search);
    });
  }

  static async open(
    browser: Browser,
    url: string,
    choices: PageChoices,
    options: BrowserContextOptions = {},
  ): Promise<DashboardPage> {
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      locale: "en-US",
      timezoneId: "UTC",
      ...options,
    });
    const opened = new DashboardPage(await context.newPage(), url);
    await opened.choose(choices);
    return opened;
  }

  /** Goes to an address, as a link does. */
  async choose({ filters, ...choices }: PageChoices): Promise<void> {
    const hash = new URLSearchParams({
      refresh: "off",
      ...choices,
      ...(filters && { filters: JSON.stringify(filters) }),
    });
    await this.page.goto("about:blank");
    await this.page.goto(`${this.#url}#${hash.toString()}`);
    await this.settled();
  }

  async settled(): Promise<void> {
    await this.page.locator(SETTLED).waitFor({ timeout: PATIENCE_MS });
  }

  /** Does something that changes what is shown, and waits until it is. */
  async change(action: () => Promise<unknown>): Promise<void> {
    await action();
    await this.settled();
  }

  async select(label: string, option: string): Promise<void> {
    await this.change(() => this.page.getByLabel(label, { exact: true }).selectOption(option));
  }

  /** What a panel shows, unformatted. */
  async data(panel: string): Promise<PanelData> {
    const text = await this.page
      .locator(`[data-panel="${panel}"] script.panel-data`)
      .textContent({ timeout: PATIENCE_MS });
    return JSON.parse(text ?? "null") as PanelData;
  }

  async rows(panel: string): Promise<PanelData["rows"]> {
    return (await this.data(panel)).rows;
  }

  /** A panel's newest search. */
  search(panel: string): SearchRequest {
    const search = this.#searches.get(panel);
    if (!search) throw new Error(`${panel} did not search.`);
    return search;
  }

  /** The range that a panel's newest search asked for, in the words of its request. */
  rangeOf(panel: string): AbsoluteRange {
    const { query } = this.search(panel).body as { readonly query: Query };
    const range = query.bool.filter.find((clause) => clause.range !== undefined)?.range;
    const [found] = Object.values(range ?? {});
    if (!found) throw new Error(`${panel} searches in no time range.`);
    return { gte: found.gte, lte: found.lte };
  }

  /** Ids of all panels, in the order of the page. */
  async panels(): Promise<readonly string[]> {
    return await this.page
      .locator("[data-panel]")
      .evaluateAll((sections) =>
        sections.map((section) => section.getAttribute("data-panel") ?? ""),
      );
  }

  /** Follows the link to another dashboard; on the dashboard itself there is none. */
  async visit(dashboard: string): Promise<void> {
    const link = this.page.locator(`a[href="#/view/${dashboard}"]`);
    if ((await link.count()) > 0) await this.change(() => link.click());
  }

  async titles(): Promise<readonly string[]> {
    return await this.page.locator("[data-panel] h2").allInnerTexts();
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }
}
