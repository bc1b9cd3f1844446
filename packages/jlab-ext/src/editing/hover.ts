import type { Extension } from "@codemirror/state";
import { hoverTooltip } from "@codemirror/view";
import type { ICellModel } from "@jupyterlab/notebook";
import type { IRenderMimeRegistry } from "@jupyterlab/rendermime";
import { declared, renderMarkdown } from "./documentation";
import type { EditedNotebook } from "./editedNotebook";

/** What the compiler says of a name that it does not know: its mistake says more. */
const unknown = "any";

/** Shows what a name is, and its documentation, where the pointer rests on it. */
export function hover(
  notebook: EditedNotebook,
  model: ICellModel,
  rendermime: IRenderMimeRegistry,
  isWanted: () => boolean,
): Extension {
  return hoverTooltip(
    async ({ state }, position) => {
      const word = state.wordAt(position);
      const found = word && isWanted() ? await notebook.ask("hover", model, word.from) : undefined;
      if (!word || !found || found.signature === unknown) return null;
      const text = declared(found.signature, found.documentation);
      const { node, typeset, dispose } = await renderMarkdown(text, rendermime);
      return {
        pos: word.from,
        end: word.to,
        above: true,
        create: () => ({ dom: node, mount: typeset, destroy: dispose }),
      };
    },
    { hideOnChange: true },
  );
}
