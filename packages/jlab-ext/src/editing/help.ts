import "../../style/editing.css";
import type { CellEditors } from "./cellEditors";
import type { EditedNotebook } from "./editedNotebook";
import { Mistakes } from "./mistakes";
import type { EditingPreferences } from "./preferences";

/** All help with the cells of one notebook. */
export class Help {
  constructor(
    notebook: EditedNotebook,
    editors: CellEditors,
    preferences: () => Readonly<EditingPreferences>,
  ) {
    this.mistakes = new Mistakes(notebook, editors, () => preferences().mistakes);
    notebook.panel.disposed.connect(() => this.mistakes.dispose());
  }

  /** Follows a change of the settings. */
  refresh(): void {
    this.mistakes.look();
  }

  private readonly mistakes: Mistakes;
}
