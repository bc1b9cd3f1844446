/**
 * Globals of Node.js that `@types/node` does not declare, or not in each of its versions. Variables that the running
 * engine does not have are left out when this file is read.
 */

/** Compiles and runs WebAssembly. */
declare namespace WebAssembly {
  type ImportExportKind = "function" | "global" | "memory" | "table" | "tag";
  type ValueType = "i32" | "i64" | "f32" | "f64" | "v128" | "anyfunc" | "externref" | "funcref";
  type BufferSource = ArrayBufferView | ArrayBuffer;
  /** What a module exports: which of these, only the module tells. */
  type ExportValue = ExportFunction & Global & Memory & Table;
  type ExportFunction = (...operands: (number | bigint)[]) => number;
  type ImportValue = CallableFunction | Global | Memory | Table | number | bigint;
  type Imports = Record<string, Record<string, ImportValue>>;

  /** A compiled module, without state. */
  class Module {
    constructor(bytes: BufferSource);
    /** The content of the sections with a name. */
    static customSections(module: Module, name: string): ArrayBuffer[];
    /** What a module exports. */
    static exports(module: Module): { name: string; kind: ImportExportKind }[];
    /** What a module has to be given. */
    static imports(module: Module): { module: string; name: string; kind: ImportExportKind }[];
  }

  /** A module at work. */
  class Instance {
    constructor(module: Module, imports?: Imports);
    readonly exports: Record<string, ExportValue>;
  }

  /** Memory, in pages of 64 KiB. */
  class Memory {
    constructor(descriptor: { initial: number; maximum?: number; shared?: boolean });
    readonly buffer: ArrayBuffer;
    /** Adds pages, and gives how many there were. */
    grow(delta: number): number;
  }

  /** A table of references. */
  class Table {
    constructor(
      descriptor: { element: "anyfunc" | "externref"; initial: number; maximum?: number },
      value?: unknown,
    );
    readonly length: number;
    get(index: number): ExportFunction | null;
    set(index: number, value?: unknown): void;
    grow(delta: number, value?: unknown): number;
  }

  /** A variable that modules share. */
  class Global<Value = number | bigint> {
    constructor(descriptor: { value: ValueType; mutable?: boolean }, value?: Value);
    value: Value;
    valueOf(): Value;
  }

  class CompileError extends Error {}
  class LinkError extends Error {}
  class RuntimeError extends Error {}

  interface WebAssemblyInstantiatedSource {
    instance: Instance;
    module: Module;
  }

  /** Compiles a module. */
  function compile(bytes: BufferSource): Promise<Module>;
  /** Compiles what a server answers. */
  function compileStreaming(source: Response | PromiseLike<Response>): Promise<Module>;
  /** Compiles a module and starts it. */
  function instantiate(bytes: BufferSource, imports?: Imports): Promise<WebAssemblyInstantiatedSource>;
  function instantiate(module: Module, imports?: Imports): Promise<Instance>;
  /** Compiles what a server answers, and starts it. */
  function instantiateStreaming(
    source: Response | PromiseLike<Response>,
    imports?: Imports,
  ): Promise<WebAssemblyInstantiatedSource>;
  /** Whether bytes are a module. */
  function validate(bytes: BufferSource): boolean;
}

type Crypto = import("node:crypto").webcrypto.Crypto;
type SubtleCrypto = import("node:crypto").webcrypto.SubtleCrypto;
type CryptoKey = import("node:crypto").webcrypto.CryptoKey;
declare const Crypto: { prototype: Crypto };
declare const SubtleCrypto: { prototype: SubtleCrypto };
declare const CryptoKey: { prototype: CryptoKey };
declare const Performance: { prototype: import("node:perf_hooks").Performance };

/** What is known of the program and the machine. */
interface Navigator {
  readonly hardwareConcurrency: number;
  readonly language: string;
  readonly languages: readonly string[];
  readonly platform: string;
  readonly userAgent: string;
}
declare const Navigator: { prototype: Navigator };
declare const navigator: Navigator;

/** An address, or its parts by name. */
type URLPatternInput = string | Record<string, string>;

/** Tells which addresses match a pattern. */
interface URLPattern {
  readonly protocol: string;
  readonly username: string;
  readonly password: string;
  readonly hostname: string;
  readonly port: string;
  readonly pathname: string;
  readonly search: string;
  readonly hash: string;
  test(input?: URLPatternInput, baseURL?: string): boolean;
  exec(input?: URLPatternInput, baseURL?: string): URLPatternResult | null;
}

/** The parts of an address that matches, with the groups that the pattern names. */
type URLPatternResult = Record<string, { input: string; groups: Record<string, string | undefined> }>;

interface URLPatternConstructor {
  prototype: URLPattern;
  new (input?: URLPatternInput, options?: { ignoreCase?: boolean }): URLPattern;
  new (input: URLPatternInput, baseURL: string, options?: { ignoreCase?: boolean }): URLPattern;
}
declare const URLPattern: URLPatternConstructor;

/** Tells that a connection has ended. */
interface CloseEvent extends Event {
  readonly code: number;
  readonly reason: string;
  readonly wasClean: boolean;
}

interface CloseEventConstructor {
  prototype: CloseEvent;
  new (type: string, options?: { code?: number; reason?: string; wasClean?: boolean }): CloseEvent;
}
declare const CloseEvent: CloseEventConstructor;
