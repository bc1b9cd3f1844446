/** What the debugger asks of the engine: the part it needs of Chrome's protocol, for one thread, spoken from another. */

/** A place in a script, counted from zero. */
export interface Place {
  scriptId: string;
  lineNumber: number;
  columnNumber?: number;
}

/** A value in the thread that is debugged. */
export interface RemoteObject {
  type: string;
  value?: unknown;
  /** A value that JSON lacks, as it is written: NaN, -0, 1n. */
  unserializableValue?: string;
  description?: string;
  /** How to speak of it, if it is no primitive. */
  objectId?: string;
}

/** What a scope holds, and where the code begins that it belongs to. */
export interface ScopeObject {
  type: string;
  object: RemoteObject;
  startLocation?: Place;
}

/** A function at work. */
export interface CallFrame {
  callFrameId: string;
  functionName: string;
  functionLocation?: Place;
  location: Place;
  scopeChain: ScopeObject[];
  this: RemoteObject;
}

/** Why the thread has stopped, and where. */
export interface Pause {
  reason: string;
  callFrames: CallFrame[];
  hitBreakpoints?: string[];
  data?: Record<string, unknown>;
}

/** A script that the engine has read. */
export interface ParsedScript {
  scriptId: string;
  url: string;
  startLine: number;
  endLine: number;
}

/** What the engine tells without being asked. */
export type InspectorEvent =
  | { method: "Debugger.scriptParsed"; params: ParsedScript }
  | { method: "Debugger.paused"; params: Pause }
  | { method: "Debugger.resumed"; params: object };

/** A session with the engine. */
export interface Inspector {
  /**
   * Calls a method.
   *
   * @throws Error if the engine refuses, or the session has been closed.
   */
  post<T = unknown>(method: string, params?: object): Promise<T>;
  /** Ends the session: the engine forgets what was set in it, and a stopped thread goes on. */
  close(): void;
}

/** Opens a session. */
export type OpenInspector = (listen: (event: InspectorEvent) => void) => Inspector;
