import type { Files } from "../platform";
import type { LoopStops } from "./stops";

/** Formats TypeScript the way a project wants it; gives undefined if the project does not say. */
export type FormatCode = (code: string) => Promise<string | undefined>;

/** What the compiler is given: files, and where among them lies what every cell sees. */
export interface CompilerHost {
  files: Files;
  /** The notebook's folder. */
  folder: string;
  /** The folder of the library's declarations that belong to the compiler. */
  libraries: string;
  /** Declarations of what the kernel adds to every cell. */
  cellTypes: string;
  /** Light declarations of the globals that cells use most. */
  lightTypes: string;
  /** Declarations of globals that the light and the full ones leave out. */
  engineTypes?: string;
  /** The full declarations in place of the light ones, which take several times as long to read; if there are any. */
  fullTypes?: string;
  /** Folders with packages of types. */
  typeRoots: string[];
  /** The folder from which the packages are found that the kernel brings. */
  kernelFolder: string;
  /** Folders of files that belong to the kernel, not to the user's project. */
  kernelFiles: string[];
  /** Declarations of modules that the kernel stands for, by name. */
  declared: Record<string, string>;
  /** Whether operators on arrays mean their methods, unless a cell says otherwise. Default: "on". */
  operators?: "on" | "off";
  /** How loops heed that they are to stop (`stops.ts`). Default: the engine sees to it. */
  loopStops?: LoopStops;
  /** Whether a module belongs to the host: such modules are declared by {@link fullTypes}. */
  isBuiltin(specifier: string): boolean;
  /** The file that declares a module which is found neither beside its importer nor among packages; if there is any. */
  findElsewhere?(specifier: string, importer: string): string | undefined;
  /** Formats cells as the user's project is formatted. */
  format?: FormatCode;
  /** Collects garbage now, if the host can be told to. */
  collectGarbage?(): void;
}
