/** What the page and the two workers say to each other. */
import type { Message, Outgoing } from "@tslinen/kernel/dist/protocol/message";

/** Files of JupyterLite's drive: their texts by path, or null for one that is gone. */
export type FileChanges = Record<string, string | null>;

/** What the compiler's worker is started with. */
export interface CompilerStart {
  /** The notebook's folder. */
  folder: string;
  /** The address of the declarations that the compiler reads. */
  declarations: string;
  /** Whether loops of cells look whether they are to stop. */
  stopsLoops: boolean;
  /** Lines on which the compiler is asked. */
  ports: MessagePort[];
}

/** What the worker of cells is started with. */
export interface CellsStart {
  session: string;
  /** The notebook's folder. */
  folder: string;
  /** The address of the library. */
  library: string;
  /** The memory by which loops are stopped, if the page may share any with its workers. */
  stop?: Int32Array;
  /** The line to the compiler. */
  compiler: MessagePort;
  /** The line to the page. Code of cells has the worker's own, which nobody listens to. */
  page: MessagePort;
}

/** What the page tells a worker once it runs. */
export type FromPage =
  { kind: "message"; message: Message } | { kind: "interrupt" } | { kind: "files"; changes: FileChanges };

/** What the worker of cells tells the page. */
export type ToPage = { kind: "send"; messages: Outgoing[] } | { kind: "interrupted" };
