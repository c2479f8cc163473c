import { DateTime } from "luxon";
import { periodText } from "../period";
import type { Chart, Figure, Report, Table } from "../report";
import { chartSvg } from "./chart";
import { markup, type Markup } from "./markup";
import { STYLE } from "./style";
import { tableMarkup } from "./table";

export interface PageProps {
  /** URL of the contact center's dashboard. @default the page has no link */
  readonly dashboardUrl?: string;
}

/** The report as one HTML file: without a script, and without a reference to another file. */
export function reportPage(report: Report, { dashboardUrl }: PageProps = {}): string {
  const { contactCenter, texts, tables } = report;
  const { language } = contactCenter;
  return markup`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${reportTitle(report)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${heading(report)}
${dashboardUrl === undefined ? "" : markup`<p><a href="${dashboardUrl}">${texts.report.dashboard}</a></p>`}
${figures(report)}
${report.charts.map((chart) => chartSection(chart, texts.report.noData))}
${tables.map((table) => tableSection(table, report))}
${definitions(report)}
</main>
</body>
</html>
`.text;
}

/** Subject of the e-mail, and title of the page. */
export function reportTitle(report: Report): string {
  const { contactCenter, period, texts } = report;
  const kind = texts.report[period.kind];
  return `${contactCenter.title}: ${kind}, ${periodText(period, contactCenter.language)}`;
}

function heading({ contactCenter, evaluatedAt, period, texts }: Report): Markup {
  const { language, timeZone, title } = contactCenter;
  const time = DateTime.fromJSDate(evaluatedAt, { zone: timeZone })
    .setLocale(language)
    .toLocaleString(DateTime.DATETIME_MED);
  return markup`<header>
<p class="kind">${texts.report[period.kind]}</p>
<h1>${title}</h1>
<p class="period">${periodText(period, language)}</p>
<p class="note">${texts.report.evaluatedAt(time, timeZone)}</p>
</header>`;
}

function figures({ comparedWith, contactCenter, figures, texts }: Report): Markup {
  const compared = texts.report.changeFrom(periodText(comparedWith, contactCenter.language));
  return markup`<section>
<p class="note">${compared}</p>
<div class="figures">${figures.map(figureCard)}</div>
</section>`;
}

function figureCard({ change, label, title, value }: Figure): Markup {
  return markup`<div class="figure"><h2>${title}</h2><p class="value">${value}</p><p class="label">${label}</p><p class="change">${change}</p></div>
`;
}

function chartSection(chart: Chart, noData: string): Markup {
  const isEmpty = chart.data.axis.places.length === 0;
  return markup`<section>
<h2>${chart.title}</h2>
${isEmpty ? markup`<p class="note">${noData}</p>` : wide(chart.title, chartSvg(chart))}
</section>`;
}

function tableSection(table: Table, { texts }: Report): Markup {
  return markup`<section>
<h2>${table.title}</h2>
${table.data.rows.length === 0 ? markup`<p class="note">${texts.report.noData}</p>` : wide(table.title, tableMarkup(table, texts.report.total))}
</section>`;
}

/** Content that is scrolled sideways on a narrow screen, with the keyboard as well. */
function wide(title: string, content: Markup): Markup {
  return markup`<div class="wide" role="region" aria-label="${title}" tabindex="0">${content}</div>`;
}

function definitions({ charts, figures, rules, tables, texts }: Report): Markup {
  const items = [...figures, ...charts, ...tables].map(
    ({ description, title }) => markup`<li><b>${title}</b>: ${description}</li>
`,
  );
  return markup`<section>
<h2>${texts.definitions.title}</h2>
<ul class="note">
${items}
${rules.map((rule) => markup`<li>${rule}</li>\n`)}</ul>
</section>`;
}
