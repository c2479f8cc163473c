import { useMemo, useState } from "preact/hooks";
import {
  parseIndexPattern,
  type Cell,
  type Column,
} from "../../../../dashboards/evaluation/search";
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
  const { fields } = useMemo(() => parseIndexPattern(panel.indexPattern), [panel]);
  /** Numbers stand below each other by their last digit; names and moments begin on the left. */
  const alignment = ({ kind, field }: Column): "number" | "text" => {
    const type = field === undefined ? "number" : fields.get(field)?.type;
    return kind === "metric" && type === "number" ? "number" : "text";
  };
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
                    alignment={columns[column] ? alignment(columns[column]) : "text"}
                    text={written(cell, column)}
                  />
                ))}
              </tr>
            ))}
          </tbody>
          {showTotal && (
            <tfoot>
              <TotalRow columns={columns} rows={rows} written={written} alignment={alignment} />
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
  readonly alignment: "number" | "text";
  readonly text: string;
}

function DataCell({ isHeader, alignment, text }: CellProps) {
  if (isHeader) return <th scope="row">{text}</th>;
  return <td class={alignment}>{text}</td>;
}

interface TotalProps {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  readonly written: (cell: Cell, column: number) => string;
  readonly alignment: (column: Column) => string;
}

/** The sum of every column of numbers, over all pages. */
function TotalRow({ columns, rows, written, alignment }: TotalProps) {
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
