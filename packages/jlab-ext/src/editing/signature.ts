import { EditorState, StateEffect, StateField, type Extension } from "@codemirror/state";
import { EditorView, showTooltip, ViewPlugin, type TooltipView, type ViewUpdate } from "@codemirror/view";
import type { ICellModel } from "@jupyterlab/notebook";
import type { IRenderMimeRegistry } from "@jupyterlab/rendermime";
import type { SignatureHelp } from "@tslinen/kernel/dist/protocol/editing";
import { renderMarkdown } from "./documentation";
import type { EditedNotebook } from "./editedNotebook";

/** What an editor is marked with while it shows a signature: Escape then closes that, and not the cell. */
const shown = "tsl-mod-signature";

interface Shown {
  readonly pos: number;
  readonly create: () => TooltipView;
}

const show = StateEffect.define<Shown | null>();

const field = StateField.define<Shown | null>({
  create: () => null,
  update(value, { effects, docChanged, changes }) {
    for (const effect of effects) if (effect.is(show)) return effect.value;
    return value && docChanged ? { ...value, pos: changes.mapPos(value.pos) } : value;
  },
  provide: (from) => [
    showTooltip.from(from, (value) => value && { ...value, above: true }),
    EditorView.editorAttributes.from(from, (value): Record<string, string> =>
      value ? { class: shown } : {},
    ),
  ],
});

/** Shows what a call takes while its arguments are written. */
export function signature(
  notebook: EditedNotebook,
  model: ICellModel,
  rendermime: IRenderMimeRegistry,
  isWanted: () => boolean,
): Extension {
  const ask = async (view: EditorView): Promise<void> => {
    const { state } = view;
    // An editor may not be changed while it tells of a change: even without a question, the answer comes later.
    const help = await (isWanted() ? notebook.ask("signature", model, state.selection.main.head) : undefined);
    const create = help && (await tooltip(help, rendermime));
    if (!isAsBefore(view.state, state)) return;
    const pos = view.state.field(field)?.pos ?? state.selection.main.head;
    view.dispatch({ effects: show.of(create ? { pos, create } : null) });
  };
  return [
    field,
    ViewPlugin.define((view) => ({
      update: (update) => {
        if (isAsking(update)) void ask(view);
      },
    })),
    EditorView.domEventHandlers({ blur: (_, view) => void closeSignature(view) }),
  ];
}

/** Closes the signature that an editor shows, if it does. */
export function closeSignature(view: EditorView): boolean {
  if (!view.state.field(field, false)) return false;
  view.dispatch({ effects: show.of(null) });
  return true;
}

const isAsBefore = (now: EditorState, then: EditorState): boolean =>
  now.doc === then.doc && now.selection.eq(then.selection);

/** Whether an argument has been begun, or, where a signature is shown, the cursor has moved. */
function isAsking({ docChanged, selectionSet, state, transactions }: ViewUpdate): boolean {
  if (state.field(field)) return docChanged || selectionSet;
  if (!docChanged || !transactions.some((one) => one.isUserEvent("input"))) return false;
  const { head } = state.selection.main;
  return /[(,] ?$/.test(state.sliceDoc(Math.max(0, head - 2), head));
}

/** The signature that fits, the parameter in hand in bold, and what there is to say about it. */
async function tooltip(
  { signatures, active, parameter }: SignatureHelp,
  rendermime: IRenderMimeRegistry,
): Promise<() => TooltipView> {
  const { label, documentation, parameters } = signatures[active] ?? signatures[0];
  const { start, end, documentation: own } = parameters[parameter] ?? { start: 0, end: 0, documentation: "" };
  const [summary] = documentation.split("\n\n");
  const said = [own, summary].filter(Boolean).join("\n\n");
  const text = said === "" ? undefined : await renderMarkdown(said, rendermime);
  return () => {
    const dom = document.createElement("div");
    dom.className = "tsl-Signature";
    const code = dom.appendChild(document.createElement("code"));
    const bold = document.createElement("b");
    bold.textContent = label.slice(start, end);
    code.append(label.slice(0, start), bold, label.slice(end));
    if (signatures.length > 1) {
      const count = dom.appendChild(document.createElement("span"));
      count.className = "tsl-Signature-count";
      count.textContent = `${active + 1}/${signatures.length}`;
    }
    if (text) dom.append(text.node);
    return { dom, mount: text?.typeset, destroy: text?.dispose };
  };
}
