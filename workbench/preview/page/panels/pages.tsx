import { useTexts } from "../texts";

interface Props {
  readonly page: number;
  readonly perPage: number;
  readonly rows: number;
  readonly choose: (page: number) => void;
}

/** From page to page of a table. */
export function Pages({ page, perPage, rows, choose }: Props) {
  const texts = useTexts();
  const first = page * perPage;
  const isLast = first + perPage >= rows;
  return (
    <div class="pages">
      <button
        type="button"
        class="icon"
        aria-label={texts.previousPage}
        aria-disabled={page === 0}
        onClick={() => page > 0 && choose(page - 1)}
      >
        <span aria-hidden="true">‹</span>
      </button>
      <span>{texts.pages(first + 1, Math.min(first + perPage, rows), rows)}</span>
      <button
        type="button"
        class="icon"
        aria-label={texts.nextPage}
        aria-disabled={isLast}
        onClick={() => !isLast && choose(page + 1)}
      >
        <span aria-hidden="true">›</span>
      </button>
    </div>
  );
}
