/** The Debug Adapter Protocol, as far as it is spoken here, with what Jupyter adds to it. */

/** The content of a debug_request. */
export interface DebugRequest {
  seq: number;
  command: string;
  arguments: Record<string, unknown>;
}

/** A line of a source where code is to stop. */
export interface Breakpoint {
  line: number;
  verified: boolean;
  source: { path: string };
}

/** A function at work, as the reader sees it. */
export interface StackFrame {
  id: number;
  name: string;
  line: number;
  column: number;
  source: { path: string; name: string };
}

/** A name and its value, on one line. */
export interface Variable {
  name: string;
  value: string;
  type: string;
  /** What to ask for what is in it; 0 if nothing is. */
  variablesReference: number;
  evaluateName?: string;
}

/** Names that belong together. */
export interface VariableScope {
  name: string;
  variablesReference: number;
  expensive: boolean;
}

/** A file or package whose code can be looked at. */
export interface DebugModule {
  id: number;
  name: string;
  path: string;
}

/** The one thread there is for the reader. */
export const threadId = 1;
