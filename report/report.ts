import type { DashboardContactCenter } from "../dashboards/contact-center";
import { contactCenterContext } from "../dashboards/contexts";
import { chartData, type ChartData } from "../dashboards/evaluation/chart-data";
import { onlyNumber } from "../dashboards/evaluation/search";
import type { PanelContent } from "../dashboards/objects/dashboard";
import { withoutMarkdown } from "../dashboards/panels/context";
import type { Texts } from "../dashboards/texts";
import type { VisState } from "../dashboards/visualizations/index";
import { changeText } from "./change";
import { CHARTS, FIGURES, RULES, TABLES, type ChangeKind, type ReportPanel } from "./panels";
import { before, type Period } from "./period";
import { PanelReader, written, type ReadPanel, type Search } from "./read-panel";

/** The numbers of a contact center in a closed period, as its dashboards show them. */
export interface Report {
  readonly contactCenter: DashboardContactCenter;
  readonly texts: Texts;
  readonly period: Period;
  /** The period before, which the changes refer to. */
  readonly comparedWith: Period;
  readonly evaluatedAt: Date;
  readonly figures: readonly Figure[];
  readonly charts: readonly Chart[];
  readonly tables: readonly Table[];
  /** Rules for all numbers. */
  readonly rules: readonly string[];
}

interface Titled {
  readonly title: string;
  /** Definition of the numbers, the same as on the dashboards. */
  readonly description: string;
}

export interface Figure extends Titled {
  /** Name and unit of the value. */
  readonly label: string;
  /** The value as the dashboard writes it. */
  readonly value: string;
  readonly change: string;
}

export interface Chart extends Titled {
  readonly shape: "bars" | "lines";
  readonly data: ChartData;
}

export interface Table extends Titled, ReadPanel {
  /** Part of the names of files. */
  readonly name: string;
  /** Whether a sum stands below its columns of numbers. */
  readonly hasTotal: boolean;
}

export interface ReportProps {
  readonly contactCenter: DashboardContactCenter;
  readonly period: Period;
  readonly search: Search;
  readonly evaluatedAt: Date;
}

/** Evaluates the saved objects of a contact center's dashboards over a closed period. */
export async function evaluateReport(props: ReportProps): Promise<Report> {
  return await new Evaluation(props).run();
}

class Evaluation {
  readonly #props: ReportProps;
  readonly #reader: PanelReader;
  readonly #context;
  readonly #comparedWith: Period;

  constructor(props: ReportProps) {
    const { context, indexPatterns } = contactCenterContext(props.contactCenter);
    this.#props = props;
    this.#context = context;
    this.#comparedWith = before(props.period);
    this.#reader = new PanelReader(indexPatterns, props.search);
  }

  async run(): Promise<Report> {
    const { contactCenter, evaluatedAt, period } = this.#props;
    const { texts } = this.#context;
    // One search after the other: a report can wait, and people use the domain.
    return {
      contactCenter,
      texts,
      period,
      comparedWith: this.#comparedWith,
      evaluatedAt,
      figures: await inOrder(FIGURES, ([panel, kind]) => this.#figure(panel, kind)),
      charts: await inOrder(CHARTS, (panel) => this.#chart(panel)),
      tables: await inOrder(TABLES, (panel) => this.#table(panel)),
      rules: RULES.map((name) => withoutMarkdown(texts.rules[name])),
    };
  }

  async #figure(panel: ReportPanel, kind: ChangeKind): Promise<Figure> {
    const content = panel(this.#context);
    const { visualization } = content;
    const now = await this.#reader.read(visualization, this.#props.period);
    const earlier = await this.#reader.read(visualization, this.#comparedWith);
    const value = onlyNumber(visualization, now.data);
    return {
      ...titled(content),
      label: now.data.columns[0]?.label ?? "",
      value: written(now, 0, value),
      change: changeText(kind, value, onlyNumber(visualization, earlier.data), {
        language: this.#props.contactCenter.language,
        ...this.#context.texts.report,
      }),
    };
  }

  async #chart(panel: ReportPanel): Promise<Chart> {
    const content = panel(this.#context);
    const { data, formats } = await this.#reader.read(content.visualization, this.#props.period);
    const vis = visStateOf(content);
    return {
      ...titled(content),
      shape: vis.type === "line" ? "lines" : "bars",
      data: chartData(vis, data, formats),
    };
  }

  async #table(panel: ReportPanel): Promise<Table> {
    const content = panel(this.#context);
    const { visualization } = content;
    return {
      ...titled(content),
      ...(await this.#reader.read(visualization, this.#props.period)),
      name: visualization.id.slice(this.#context.idPrefix.length + 1),
      hasTotal: visStateOf(content).params["showTotal"] === true,
    };
  }
}

function titled({ title, visualization }: PanelContent): Titled {
  return { title, description: visualization.attributes.description };
}

function visStateOf({ visualization }: PanelContent): VisState {
  return JSON.parse(visualization.attributes.visState) as VisState;
}

async function inOrder<T, R>(items: readonly T[], read: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (const item of items) results.push(await read(item));
  return results;
}
