import { written } from "../read-panel";
import type { Table } from "../report";
import { markup, type Markup } from "./markup";

/** A table as the dashboard shows it: every row, and the sum below where the panel has one. */
export function tableMarkup(table: Table, total: string): Markup {
  const { data, title } = table;
  return markup`<table aria-label="${title}">
<thead><tr>${data.columns.map(({ kind, label }) => markup`<th scope="col" class="${kind}">${label}</th>`)}</tr></thead>
<tbody>
${data.rows.map((row) => rowMarkup(table, row))}</tbody>
${table.hasTotal ? totalRow(table, total) : ""}
</table>`;
}

function rowMarkup(table: Table, row: Table["data"]["rows"][number]): Markup {
  const cells = row.map((cell, column) => {
    const text = written(table, column, cell);
    return table.data.columns[column]?.kind === "bucket"
      ? markup`<th scope="row">${text}</th>`
      : markup`<td>${text}</td>`;
  });
  return markup`<tr>${cells}</tr>
`;
}

function totalRow(table: Table, total: string): Markup {
  const { data } = table;
  const cells = data.columns.map(({ kind }, column) => {
    if (kind === "bucket") return markup`<th scope="row">${column === 0 ? total : ""}</th>`;
    const sum = data.rows.reduce((subtotal, row) => subtotal + Number(row[column] ?? 0), 0);
    return markup`<td>${written(table, column, sum)}</td>`;
  });
  return markup`<tfoot><tr>${cells}</tr></tfoot>`;
}
