/** What the page and the two workers say to each other. */
import type { CompilerHost } from "@tslinen/kernel/dist/compiler/host";
import type { Message, Outgoing } from "@tslinen/kernel/dist/protocol/message";

/** What a file holds: a text, bytes, or what stands at an address that is read when it is first wanted. */
export type FileContent = string | Uint8Array | { address: string };

/** Files by path, or null for one that is gone. A path that ends with "/" names a folder. */
export type FileChanges = Record<string, FileContent | null>;

/** What the compiler's worker is started with. */
export interface CompilerStart {
  /** The notebook's folder. */
  folder: string;
  /** The address of the declarations that the compiler reads. */
  declarations: string;
  /** The address below which packages are found; empty if there is none. */
  packages: string;
  /** How loops heed that they are to stop. */
  loopStops?: CompilerHost["loopStops"];
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
  /** Files that the kernel brings. */
  files: FileChanges;
  /** The address below which packages are found; empty if there is none. */
  packages: string;
  /** The memory by which loops are stopped, if the page may share any with its workers. */
  stop?: Int32Array;
  /** The line to the compiler. */
  compiler: MessagePort;
  /** The line to the page. Code of cells has the worker's own, which nobody listens to. */
  page: MessagePort;
}

/** What the page tells both workers once they run. */
export type ToBoth = { kind: "files"; changes: FileChanges } | { kind: "packages"; address: string };

/** What the page tells the worker of cells once it runs. */
export type FromPage = { kind: "message"; message: Message } | { kind: "interrupt" } | ToBoth;

/** What the worker of cells tells the page. */
export type ToPage =
  | { kind: "send"; messages: Outgoing[] }
  | { kind: "failed"; request: Message; reason: string }
  | { kind: "interrupted" }
  | { kind: "written"; changes: FileChanges };
