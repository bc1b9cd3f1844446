import { display, displaySymbol } from "../display";
import { newDisplayId } from "../display/displayId";
import { registerBar, updatePause, type Indicator } from "../display/indicator";
import { aroundBar, lineOf, partOf, type Standing } from "../display/standing";
import { FloatProgress, HBox, HTML } from "./controls";
import { isWithWidgets } from "./manager";

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** A text whose digits do not make what is beside it jump. */
const steady = (text: string): string =>
  `<span style="font-variant-numeric: tabular-nums">${escaped(text)}</span>`;

/** A bar of Jupyter's widgets between two texts. The saved notebook has the line as well. */
function progressBar(): Indicator {
  const displayId = newDisplayId("progress");
  const [before, behind] = [HTML(), HTML()];
  const bar = FloatProgress({ max: 1, layout: { flex: "2", minWidth: "60px" } });
  const row = HBox([before, bar, behind], {
    layout: { display: "inline-flex", flexFlow: "row wrap", width: "100%" },
  });
  let update = false;
  const put = (standing: Standing): void => {
    const bundle = { ...row[displaySymbol](), "text/plain": lineOf(standing) };
    display(bundle, { displayId, update });
    update = true;
  };
  const show = (standing: Standing): void => {
    const part = partOf(standing);
    const texts = aroundBar(standing);
    before.value = steady(texts.before);
    behind.value = steady(texts.behind);
    if (part === undefined) bar.set({ value: 1, barStyle: "info" });
    else bar.value = part;
    if (!update) put(standing);
  };
  return {
    pause: updatePause,
    fromStart: true,
    show,
    end(standing) {
      const { n, total } = standing;
      show(standing);
      bar.barStyle = total !== undefined && n < total ? "danger" : "success";
      put(standing);
    },
  };
}

registerBar(() => (isWithWidgets() ? progressBar() : undefined));
