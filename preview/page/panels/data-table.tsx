import { useState } from "preact/hooks";
import type { Cell, Column } from "../../../dashboards/search";
import type { SearchingPanel, Shown } from "../data/panel-loader";
import { useTexts } from "../texts";
import { Pages } from "./pages";

interface Props {
  readonly panel: SearchingPanel;
  readonly shown: Extract<Shown, { readonly state: "ready" }>;
}

/** Of a chart that is shown as a table. */
const ROWS_PER_PAGE = 31;

/** Rows as they came: the saved object says their order. */
export function DataTable({ panel, shown: { data, formats } }: Props) {
  const [page, setPage] = useState(0);
  const { perPage = ROWS_PER_PAGE, showTotal = false } = panel.vis.params as {
    readonly perPage?: number;
    readonly showTotal?: boolean;
  };
  const { columns, rows } = data;
  const last = Math.max(Math.ceil(rows.length / perPage) - 1, 0);
  const shownPage = Math.min(page, last);
  const first = shownPage * perPage;
  const written = (cell: Cell, column: number): string => formats[column]?.(cell) ?? "";
  return (
    <div class="table-frame">
      {/* What scrolls must be reachable by keyboard. */}
      <div class="scroll" tabIndex={0} role="group" aria-label={panel.title}>
        <table>
          <caption class="unseen">{panel.title}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column.label} scope="col" class={alignment(column)}>
                  {column.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(first, first + perPage).map((row, n) => (
              <tr key={first + n}>
                {row.map((cell, column) => (
                  <DataCell
                    key={column}
                    isHeader={column === 0 && columns[0]?.kind === "bucket"}
                    column={columns[column]}
                    text={written(cell, column)}
                  />
                ))}
              </tr>
            ))}
          </tbody>
          {showTotal && (
            <tfoot>
              <TotalRow columns={columns} rows={rows} written={written} />
            </tfoot>
          )}
        </table>
      </div>
      {last > 0 && <Pages page={shownPage} perPage={perPage} rows={rows.length} choose={setPage} />}
    </div>
  );
}

interface CellProps {
  readonly isHeader: boolean;
  readonly column: Column | undefined;
  readonly text: string;
}

function DataCell({ isHeader, column, text }: CellProps) {
  if (isHeader) return <th scope="row">{text}</th>;
  return <td class={alignment(column)}>{text}</td>;
}

interface TotalProps {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  readonly written: (cell: Cell, column: number) => string;
}

/** The sum of every column of numbers, over all pages. */
function TotalRow({ columns, rows, written }: TotalProps) {
  const texts = useTexts();
  return (
    <tr>
      {columns.map((column, n) => {
        if (n === 0 && column.kind === "bucket") {
          return (
            <th key={n} scope="row">
              {texts.total}
            </th>
          );
        }
        const sum = rows.reduce((total, row) => total + Number(row[n] ?? 0), 0);
        return (
          <td key={n} class={alignment(column)}>
            {column.kind === "metric" && written(sum, n)}
          </td>
        );
      })}
    </tr>
  );
}

function alignment(column: Column | undefined): string {
  return column?.kind === "metric" ? "number" : "text";
}
