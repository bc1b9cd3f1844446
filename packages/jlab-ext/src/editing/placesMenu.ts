import type { EditorView } from "@codemirror/view";
import type { TranslationBundle } from "@jupyterlab/translation";
import { CommandRegistry } from "@lumino/commands";
import { Menu } from "@lumino/widgets";
import type { Place } from "@tslinen/kernel/dist/protocol/editing";
import type { EditedNotebook } from "./editedNotebook";

/** How much of a line is shown. */
const width = 60;

/** A place in words: where it is, and the line it is in. */
export function placeInWords(notebook: EditedNotebook, place: Place, trans: TranslationBundle): string {
  if (place.cell === undefined) return String(place.file);
  const index = notebook.panel.content.widgets.findIndex(({ model }) => model.id === place.cell);
  const text = notebook.panel.content.widgets[index]?.model.sharedModel.getSource() ?? "";
  const line = text.slice(0, place.start).split("\n").length;
  const words = text.split("\n")[line - 1]?.trim() ?? "";
  const shown = words.length > width ? `${words.slice(0, width)}…` : words;
  return trans.__("Cell %1, line %2: %3", index + 1, line, shown);
}

/** Lets the reader choose one of several, in a menu below the cursor. */
export function choose<T>(
  choices: readonly { readonly label: string; readonly value: T }[],
  view: EditorView,
  chosen: (value: T) => void,
): void {
  const commands = new CommandRegistry();
  const menu = new Menu({ commands });
  menu.addClass("tsl-Places");
  for (const [index, { label, value }] of choices.entries()) {
    const command = String(index);
    commands.addCommand(command, {
      label,
      describedBy: { args: { type: "object", properties: {} } },
      execute: () => chosen(value),
    });
    menu.addItem({ command });
  }
  menu.aboutToClose.connect(() => view.focus());
  const { left, bottom } =
    view.coordsAtPos(view.state.selection.main.head) ?? view.dom.getBoundingClientRect();
  menu.open(left, bottom);
  menu.activeIndex = 0;
}
