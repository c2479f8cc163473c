import { useTexts } from "../texts";

interface Props {
  readonly title: string;
  readonly problem: string;
  readonly retry: () => void;
}

export function Problem({ title, problem, retry }: Props) {
  const texts = useTexts();
  return (
    <div class="problem">
      <p class="problem-title">{title}</p>
      <p class="problem-text">{problem}</p>
      <button type="button" onClick={retry}>
        {texts.retry}
      </button>
    </div>
  );
}
