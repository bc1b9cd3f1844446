import type { Wanted } from "./breakpoints";
import { Debugging, type DebuggingOptions } from "./debugging";
import { expressionFor } from "./evaluation";
import { exceptionFilters } from "./exceptions";
import { stackFrame, type Frame } from "./frames";
import { threadId, type DebugModule, type DebugRequest, type Variable } from "./messages";
import { murmur2 } from "./murmur";
import type { Step } from "./stepping";
import { variableScopes } from "./variables";

/** What the debugger asks of where it runs. */
export interface DebuggerHost extends Omit<DebuggingOptions, "cellPath" | "tell"> {
  /** What the paths of cells begin with. */
  cellPrefix: string;
  /** The notebook's folder. */
  folder: string;
  /** A file's text. */
  read(path: string): string | undefined;
  /** Lets later cells know a name. */
  declare(name: string): Promise<unknown>;
  /** Sends what has happened to the front ends. */
  send(event: object): void;
}

/** What Jupyter hashes cells with; any other number would do. */
const hashSeed = 0xc70f6907;
const suffix = ".ts";

const isName = (text: string): boolean => /^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u.test(text);

const capabilities = {
  supportsConfigurationDoneRequest: true,
  supportsModulesRequest: true,
  supportsEvaluateForHovers: true,
  supportsConditionalBreakpoints: true,
  exceptionBreakpointFilters: exceptionFilters,
};

type Arguments = Record<string, unknown>;

/**
 * Answers Jupyter's requests to debug: the Debug Adapter Protocol, and what Jupyter adds to it. There is no session with
 * the engine until one is asked for, and none once it has been given up.
 *
 * @see https://microsoft.github.io/debug-adapter-protocol/specification
 * @see https://jupyter-client.readthedocs.io/en/stable/messaging.html#additions-to-the-dap
 */
export class Debugger {
  /** The session, while debugging is on. */
  private session?: Debugging;
  /** Cells that the front end has named, by their paths. */
  private readonly cells = new Map<string, string>();
  private seq = 0;
  private showsTypes = true;

  constructor(private readonly host: DebuggerHost) {}

  /** Answers a request. */
  async request(content: Record<string, unknown>): Promise<Record<string, unknown>> {
    const { seq, command, arguments: args = {} } = content as unknown as Partial<DebugRequest>;
    const reply = { type: "response", request_seq: seq, seq: this.seq++, command };
    try {
      const known = command !== undefined && Object.hasOwn(this.commands, command);
      if (!known) throw new Error(`debug_request: the kernel does not know the command ${String(command)}`);
      const body = await this.commands[command as keyof typeof this.commands](args);
      return { ...reply, success: true, body: body ?? {} };
    } catch (error) {
      return { ...reply, success: false, message: (error as Error).message, body: {} };
    }
  }

  /** Whether code has stopped. */
  get isPaused(): boolean {
    return this.session?.isPaused ?? false;
  }

  /**
   * Ends code that has stopped.
   *
   * @param prepare - An expression that prepares it for that; absent if a signal is on its way that will end it.
   */
  async interrupt(prepare?: string): Promise<void> {
    await this.session?.end(prepare);
  }

  /** Lets someone else make code stop and go on, or no longer. */
  standAside(isAside: boolean): void {
    if (this.session) this.session.isAside = isAside;
  }

  /** Gives the session up, if there is one. */
  end(): void {
    this.session?.close();
    this.session = undefined;
  }

  /** The answers that need no session, or make one; and those that speak with it. */
  private readonly commands = {
    initialize: async ({ clientID }: Arguments) => {
      // JupyterLab's tree of variables shows a type, where there is one, in place of the value.
      this.showsTypes = clientID !== "jupyterlab";
      this.session ??= new Debugging({
        ...this.host,
        cellPath: (code) => this.cellPath(code),
        tell: (event, body) => this.tell(event, body),
      });
      await this.session.started;
      return capabilities;
    },
    attach: async () => {
      this.tell("initialized", {});
      // Of a kernel that it has restarted, JupyterLab hears nothing more, and shows that code has stopped.
      if (!this.isPaused) this.tell("continued", { threadId, allThreadsContinued: true });
    },
    configurationDone: async () => undefined,
    disconnect: async () => {
      this.end();
      this.tell("terminated", {});
    },
    debugInfo: async () => ({
      isStarted: this.session !== undefined,
      hashMethod: "Murmur2",
      hashSeed,
      tmpFilePrefix: this.host.cellPrefix,
      tmpFileSuffix: suffix,
      breakpoints: this.session?.breakpoints.list() ?? [],
      stoppedThreads: this.session?.isPaused ? [threadId] : [],
      richRendering: true,
      exceptionPaths: [],
      copyToGlobals: true,
    }),
    dumpCell: async ({ code }: Arguments) => {
      const sourcePath = this.cellPath(String(code));
      this.cells.set(sourcePath, String(code));
      return { sourcePath };
    },
    source: async ({ source }: Arguments) => {
      const { path = "" } = (source ?? {}) as { path?: string };
      const [script] = this.session?.scripts.ofPath(path) ?? [];
      const text = script?.text ?? this.cells.get(path) ?? this.host.read(path);
      if (text === undefined) throw new Error(`source: there is no file ${path}`);
      return { content: text, mimeType: "text/typescript" };
    },
    threads: async () => ({ threads: [{ id: threadId, name: "cells" }] }),
    setBreakpoints: async ({ source, breakpoints }: Arguments) => {
      const { path = "" } = (source ?? {}) as { path?: string };
      const wanted = ((breakpoints ?? []) as Wanted[]).map(({ line, condition }) => ({ line, condition }));
      return { breakpoints: await this.on("setBreakpoints").breakpoints.set(path, wanted) };
    },
    setExceptionBreakpoints: async ({ filters }: Arguments) =>
      this.on("setExceptionBreakpoints").exceptions.set((filters ?? []) as string[]),
    modules: async () => ({ modules: this.modules() }),
    continue: async () => {
      await this.on("continue").continue();
      return { allThreadsContinued: true };
    },
    next: async () => this.step("next"),
    stepIn: async () => this.step("stepIn"),
    stepOut: async () => this.step("stepOut"),
    pause: async () => this.on("pause").stop(),
    stackTrace: async () => {
      const stackFrames = (this.session?.frames ?? []).map(stackFrame);
      return { stackFrames, totalFrames: stackFrames.length };
    },
    scopes: async ({ frameId }: Arguments) => {
      const { remote } = this.on("scopes");
      const frame = this.frame(frameId);
      return { scopes: frame ? await variableScopes(frame, remote) : [] };
    },
    variables: async ({ variablesReference }: Arguments) => {
      const { remote } = this.on("variables");
      return { variables: this.shown(await remote.ask("list", Number(variablesReference))) };
    },
    inspectVariables: async () => {
      if (!this.session) return { variables: [] };
      const { remote } = this.session;
      await remote.ask("release", "globals");
      return { variables: this.shown(await remote.ask("list", await remote.ask("globals", "globals"))) };
    },
    evaluate: async ({ expression, frameId }: Arguments) => {
      const { remote } = this.on("evaluate");
      return remote.ask("show", await this.evaluate(String(expression), frameId));
    },
    richInspectVariables: async ({ variableName, frameId }: Arguments) => {
      // A view stays open when its variable is no longer there, and asks again: no data, it says so.
      const id = await this.evaluate(String(variableName), frameId).catch(() => undefined);
      const data = id === undefined ? {} : await this.session?.remote.ask("bundle", id);
      return { data: data ?? {}, metadata: {} };
    },
    copyToGlobals: async ({ srcVariableName, dstVariableName, srcFrameId }: Arguments) => {
      const { remote } = this.on("copyToGlobals");
      const name = String(dstVariableName);
      if (!isName(name)) throw new Error(`copyToGlobals: expected a name, got ${name}`);
      await remote.ask("define", await this.evaluate(String(srcVariableName), srcFrameId), name);
      await this.host.declare(name);
    },
  };

  /** Holds the value of code: in a function at work, or else of what cells have declared. */
  private async evaluate(code: string, frameId: unknown): Promise<number> {
    const { remote } = this.on("evaluate");
    const frame = this.frame(frameId);
    const expression = await expressionFor(code, frame, remote, this.host.compile);
    return remote.evaluate(expression, "pause", frame?.at.callFrameId);
  }

  private shown(variables: Variable[]): Omit<Variable, "type">[] {
    return this.showsTypes ? variables : variables.map(({ type: _, ...rest }) => rest);
  }

  private step(step: Step): Promise<void> {
    return this.on(step).step(step);
  }

  private on(command: string): Debugging {
    if (!this.session) throw new Error(`${command}: debugging is off`);
    return this.session;
  }

  private frame(id: unknown): Frame | undefined {
    return this.session?.frames.find((one) => one.id === id);
  }

  /** The files whose code can be looked at: the project's first. */
  private modules(): DebugModule[] {
    const { folder } = this.host;
    const paths = this.session?.scripts.paths() ?? [];
    const isOwn = (path: string): boolean =>
      path.startsWith(`${folder}/`) && !path.includes("/node_modules/");
    const sorted = [...paths.filter(isOwn), ...paths.filter((path) => !isOwn(path))];
    return sorted.map((path, id) => ({
      id,
      name: path.replace(/^.*\/node_modules\//, "").replace(`${folder}/`, ""),
      path,
    }));
  }

  private cellPath(code: string): string {
    return this.host.cellPrefix + murmur2(code, hashSeed) + suffix;
  }

  private tell(event: string, body: object): void {
    this.host.send({ type: "event", seq: this.seq++, event, body });
  }
}
