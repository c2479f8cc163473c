import type { Clock } from "../data/clock";
import { useServerIsGone } from "../data/use-clock";
import { useTexts } from "../texts";

/** One message for all panels while the server does not answer. */
export function ServerBanner({ clock }: { readonly clock: Clock }) {
  const texts = useTexts();
  const gone = useServerIsGone(clock);
  return (
    <div role="alert" class="banner" data-server={gone ? "gone" : "there"}>
      {gone && <p>{texts.gone}</p>}
    </div>
  );
}
