/**
 * What a front end asks about the variables of cells: a `tslinen_request` on the control channel, answered by a
 * `tslinen_reply` without any status message, as an editor's questions are. The thread of cells answers, between cells:
 * while one runs or waits the answer is null, and the question is to be asked again when it has ended.
 */

/** The content of such a `tslinen_request`. */
export type VariablesRequest = { method: "variables" } | { method: "value"; name: string };

/** What each method answers. */
export interface VariablesAnswers {
  /** The variables, in no particular order. */
  variables: Variable[] | null;
  /** A variable's representations by MIME type. */
  value: Record<string, unknown> | null;
}

const methods: readonly unknown[] = ["variables", "value"] satisfies (keyof VariablesAnswers)[];

/** Whether a `tslinen_request` asks about variables. */
export const asksForVariables = ({ method }: Readonly<Record<string, unknown>>): boolean =>
  methods.includes(method);

/** A variable that has a value. */
export interface Variable {
  name: string;
  /** Its type, or that of its values: "number", "Map(3)", "function". */
  type: string;
  /** Its value on a line, cut where it is long. */
  text: string;
  /** What a library says of its value, such as the shape and the mean of an array. */
  summary?: object;
}
