/**
 * What an editor asks the kernel about cells: a `tslinen_request` on the control channel, answered by a `tslinen_reply`
 * without any status message, even while a cell runs.
 *
 * Offsets count UTF-16 units from the beginning of a cell, as editors in a browser do. A cell is seen in the scope of
 * what has run, of what the running cell declares, and of earlier cells that have not run as they are written now; cells
 * are known to have run by `metadata.cellId` of the execute_request.
 *
 * What is asked of variables the same way stands in variables.ts.
 */

/** A code cell of the notebook. */
export interface NotebookCell {
  id: string;
  code: string;
}

/** The content of a `tslinen_request`. */
export interface EditorRequest {
  method: keyof EditorAnswers;
  /** All code cells of the notebook, in order. */
  cells: NotebookCell[];
  /** Which of them is asked about. */
  index: number;
  /** Where in the cell; needed by all methods but "check" and "format". */
  offset?: number;
}

/** The content of a `tslinen_reply`. */
export type EditorReply<Method extends keyof EditorAnswers = keyof EditorAnswers> =
  | { status: "ok"; value: EditorAnswers[Method] }
  | { status: "error"; ename: string; evalue: string; traceback: string[] };

/** What each method answers. */
export interface EditorAnswers {
  /** What is wrong with the cell; nothing if all is well. */
  check: Mistake[];
  /** What there is to say about a name: its declaration, and its documentation as Markdown. */
  hover: { signature: string; documentation: string } | null;
  /** The words that fit, each in place of the text between `start` and `end`. */
  complete: { start: number; end: number; candidates: { text: string; type: string; import?: CellImport }[] };
  /** The function that is being called, in all its overloads. */
  signature: SignatureHelp | null;
  /** Where a name is declared. */
  definition: Place[];
  /** Where a name is declared or used. To rename it, write the new name at each place, after `prefix`. */
  references: Place[];
  /** The cell with its white space in order. */
  format: string;
}

/** A stretch of a cell, or of a file. */
export interface Place {
  /** The cell's identity; absent for a place in a file. */
  cell?: string;
  /** The file's path; absent for a place in a cell. */
  file?: string;
  start: number;
  end: number;
  /** What must stand before a new name here: in `{ name }`, `name: `; in an import, `name as `. */
  prefix?: string;
}

/** A mistake that the compiler sees. */
export interface Mistake {
  start: number;
  end: number;
  severity: "error" | "warning";
  message: string;
  /** The compiler's number for it, as in TS2322. */
  code: number;
  /** Of a name that is not known, the imports that would make it known. */
  imports?: CellImport[];
}

/** An import that a cell could have. */
export interface CellImport {
  module: string;
  /** What to write for it in place of a stretch of the cell. */
  change: { start: number; end: number; text: string };
}

/** What a call can be given. */
export interface SignatureHelp {
  signatures: { label: string; documentation: string; parameters: Parameter[] }[];
  /** Which signature fits what is written so far. */
  active: number;
  /** Which of its parameters is being written. */
  parameter: number;
}

/** A parameter, as a stretch of its signature's label. */
export interface Parameter {
  start: number;
  end: number;
  documentation: string;
}
