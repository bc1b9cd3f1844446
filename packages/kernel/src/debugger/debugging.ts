import { Breakpoints, type Wanted } from "./breakpoints";
import { expressionFor, type CompileStopped } from "./evaluation";
import { Exceptions, type CaughtAt } from "./exceptions";
import { framesOf, type Frame } from "./frames";
import type { Inspector, InspectorEvent, OpenInspector, Pause } from "./engine";
import { threadId } from "./messages";
import { isAbsolute } from "../paths";
import { Remote } from "./remote";
import { Scripts, type ScriptOptions } from "./scripts";
import { Shortcut } from "./shortcut";
import { Stepping, type Move, type Step } from "./stepping";

/** What a debugging session asks of where it runs. */
export interface DebuggingOptions extends ScriptOptions {
  open: OpenInspector;
  /** The address of a file, as the engine has it. */
  urlOf(path: string): string;
  /** Patterns for the addresses of scripts that a step does not enter. */
  passedOver: readonly string[];
  /** Asks the compiler which places of a script stand in a `try` that catches. */
  caughtAt: CaughtAt;
  compile: CompileStopped;
  /** Tells the front ends what has happened. */
  tell(event: string, body: object): void;
}

/** How often, in milliseconds, to look again for code that is the reader's, when code is to stop. */
const retry = 50;
/** How long, in milliseconds, a signal takes to arrive at most. */
const signalTime = 40;
/** After how many milliseconds of a step the reader is told that the code runs. */
const patience = 200;

/** What the reader is told of why the code has stopped. */
type Reason = "breakpoint" | "step" | "exception" | "pause";

const resume: Move = { method: "Debugger.resume", params: {} };
/** Goes on without giving the step up. */
const freely: Move = { ...resume };

/** A debugging session: from the moment it is asked for until it is closed. */
export class Debugging {
  readonly scripts: Scripts;
  readonly breakpoints: Breakpoints;
  readonly exceptions: Exceptions;
  readonly remote: Remote;
  /** The end of what it begins with. */
  readonly started: Promise<void>;
  /** The functions at work where the code has stopped; none while it runs. */
  frames: readonly Frame[] = [];
  /** Whether someone else makes the code stop, and lets it go on: to end it. */
  isAside = false;
  private readonly inspector: Inspector;
  private readonly shortcut: Shortcut;
  private pause?: Pause;
  private stepping?: Stepping;
  private stepTimer?: ReturnType<typeof setTimeout>;
  private isPausing = false;
  /** Whether a step that takes long waits for the engine to stop, so that it can take its shortcut. */
  private isHurrying = false;
  private ending?: Promise<void>;

  constructor(private readonly options: DebuggingOptions) {
    this.inspector = options.open((event) => this.hear(event));
    this.scripts = new Scripts(options);
    this.breakpoints = new Breakpoints(this.inspector, this.scripts, options.urlOf);
    this.exceptions = new Exceptions(this.inspector, this.scripts, options.caughtAt);
    this.remote = new Remote(this.inspector);
    this.shortcut = new Shortcut(this.inspector);
    this.started = this.start();
  }

  /** Whether the code has stopped. */
  get isPaused(): boolean {
    return this.pause !== undefined;
  }

  private async start(): Promise<void> {
    await this.inspector.post("Debugger.enable");
    this.scripts.adoptAll(await this.remote.ask("sources"));
    // What is compiled from now on stops before it runs, for breakpoints to be set in it.
    const instrumentation = "beforeScriptExecution";
    await this.inspector.post("Debugger.setInstrumentationBreakpoint", { instrumentation });
  }

  /** Ends: stopped code goes on, and nothing is left of the session. */
  close(): void {
    clearTimeout(this.stepTimer);
    // The engine takes these in order; a thread that waits for a child, say, would take long to answer.
    const last = [this.remote.ask("release", "globals"), this.remote.ask("release", "pause")];
    if (this.pause) last.push(this.inspector.post("Debugger.resume"));
    void Promise.allSettled(last);
    this.inspector.close();
  }

  /** Lets stopped code go on. */
  async continue(): Promise<void> {
    if (this.pause) await this.go(resume);
  }

  /** Lets stopped code take a step. */
  async step(step: Step): Promise<void> {
    if (!this.pause) return;
    this.stepping = new Stepping(step, this.pause, this.scripts);
    this.stepTimer = setTimeout(() => void this.hurry().catch(() => undefined), patience);
    if (step === "stepIn") await this.passOver(this.options.passedOver);
    await this.go(this.stepping.first());
  }

  /** Tells of a step that takes long, and shortens it. */
  private async hurry(): Promise<void> {
    this.tellContinued();
    if (!this.stepping?.isOver) return;
    this.isHurrying = true;
    // Asked to pause, an engine that steps does not; but it stops where any script begins.
    await this.inspector.post("Runtime.evaluate", { expression: "0" });
  }

  /** What lets a step go on where the engine has stopped on its way; undefined where the step is at its end. */
  private onward(pause: Pause): Move | undefined {
    const { stepping, shortcut } = this;
    if (!stepping || !shortcut.isTaken) return stepping?.next(pause);
    return stepping.isWithin(pause) || stepping.next(pause) ? freely : undefined;
  }

  /** Makes running code stop, as soon as it is code of the reader's. */
  async stop(): Promise<void> {
    this.isPausing = true;
    await this.inspector.post("Debugger.pause");
  }

  /**
   * Ends stopped code. Asked twice, it does so once: an evaluation would take the termination for its own.
   *
   * @param prepare - An expression that prepares it for being ended, and says whether it may be; absent if a signal is
   *   on its way that will end it.
   */
  end(prepare?: string): Promise<void> {
    this.ending ??= this.terminate(prepare).finally(() => {
      this.ending = undefined;
    });
    return this.ending;
  }

  private async terminate(prepare?: string): Promise<void> {
    const [top] = this.pause?.callFrames ?? [];
    if (!top) return;
    if (prepare === undefined) await new Promise((arrived) => setTimeout(arrived, signalTime));
    else if ((await this.remote.value(prepare, top.callFrameId)) === true) {
      // The engine answers when the code has ended, which it does on going on.
      this.inspector.post("Runtime.terminateExecution").catch(() => undefined);
    }
    await this.go(resume);
  }

  private hear(event: InspectorEvent): void {
    if (event.method === "Debugger.scriptParsed") this.scripts.note(event.params);
    else if (event.method === "Debugger.resumed") this.goesOn();
    else if (event.method === "Debugger.paused" && !this.isAside) {
      this.decide(event.params).catch(() => this.go(resume).catch(() => undefined));
    }
  }

  /** Decides whether code that the engine has stopped is to stay so. */
  private async decide(pause: Pause): Promise<void> {
    const started = scriptStarting(pause);
    if (started !== undefined) {
      await this.arm(started);
      // A step that has come to no end in its own cell has none in the next.
      if (this.shortcut.isTaken && !isAbsolute(this.scripts.nameOf(started) ?? "")) {
        await this.shortcut.leave();
        this.stepping = undefined;
      }
      if (this.stepping && this.isHurrying) {
        this.isHurrying = false;
        await this.shortcut.take(this.stepping.frames);
        if (this.shortcut.isTaken) return this.go(freely);
      }
      // The step that led here goes on behind the script.
      await this.go(this.stepping ? { method: "Debugger.stepOut", params: {} } : resume);
      if (this.isPausing) await this.inspector.post("Debugger.pause");
      return;
    }
    if (isException(pause)) {
      if (!(await this.exceptions.isWanted(pause))) return this.go(this.onward(pause) ?? resume);
      const frames = framesOf(pause.callFrames, this.scripts);
      return this.stay(pause, frames, "exception", String(pause.data?.description ?? ""));
    }
    const reached = this.breakpoints.hit(pause.hitBreakpoints);
    const isHit = await this.isAny(reached, pause);
    const isPassed = reached.length > 0 && !isHit && !this.stepping && !this.isPausing;
    const move = isPassed ? resume : isHit ? undefined : this.onward(pause);
    if (move) return this.go(move);
    const frames = framesOf(pause.callFrames, this.scripts);
    if (frames.length === 0) {
      await this.go(resume);
      if (this.isPausing) setTimeout(() => void this.stop().catch(() => undefined), retry);
      return;
    }
    await this.stay(pause, frames, isHit ? "breakpoint" : this.stepping ? "step" : "pause");
  }

  /** Whether code is to stop at any of the breakpoints it has reached; one whose condition fails is to be seen. */
  private async isAny(reached: readonly Wanted[], pause: Pause): Promise<boolean> {
    if (reached.every(({ condition }) => !condition)) return reached.length > 0;
    const [frame] = framesOf(pause.callFrames, this.scripts);
    for (const { condition } of reached) {
      if (!condition || !frame) return true;
      try {
        const code = await expressionFor(condition, frame, this.remote, this.options.compile);
        if (await this.remote.value(`Boolean(${code})`, frame.at.callFrameId)) return true;
      } catch {
        return true;
      }
    }
    return false;
  }

  private async stay(pause: Pause, frames: readonly Frame[], reason: Reason, text?: string): Promise<void> {
    clearTimeout(this.stepTimer);
    this.pause = pause;
    this.frames = frames;
    this.stepping = undefined;
    this.isPausing = false;
    this.isHurrying = false;
    await this.passOver([]);
    await this.shortcut.leave();
    this.options.tell("stopped", { reason, threadId, allThreadsStopped: true, text });
  }

  /** Sets the breakpoints of a script that is about to run. */
  private async arm(scriptId: string): Promise<void> {
    const name = this.scripts.nameOf(scriptId);
    if (name === undefined) return;
    const [[, source] = []] = await this.remote.ask("sources", name);
    const own = source && this.scripts.adopt(scriptId, name, source);
    if (own) await this.breakpoints.arm(own);
  }

  private async go(move: Move): Promise<void> {
    const { method, params } = move;
    if (method === "Debugger.resume" && move !== freely && this.stepping) {
      this.stepping = undefined;
      this.tellContinued();
    }
    await this.inspector.post(method, params);
  }

  private goesOn(): void {
    if (!this.pause) return;
    this.pause = undefined;
    this.frames = [];
    this.remote.ask("release", "pause").catch(() => undefined);
    if (!this.stepping) this.tellContinued();
  }

  private tellContinued(): void {
    clearTimeout(this.stepTimer);
    this.options.tell("continued", { threadId, allThreadsContinued: true });
  }

  /** Where steps pass over code is said only for the step: exceptions from there are to be seen. */
  private async passOver(patterns: readonly string[]): Promise<void> {
    await this.inspector.post("Debugger.setBlackboxPatterns", { patterns });
  }
}

const isException = ({ reason }: Pause): boolean => reason === "exception" || reason === "promiseRejection";

/** The script that is about to run, if that is why the engine has stopped. */
function scriptStarting({ reason, data }: Pause): string | undefined {
  const reasons =
    reason === "ambiguous" ? (data?.reasons as { reason: string; auxData?: Pause["data"] }[]) : [];
  const [found] = [{ reason, auxData: data }, ...reasons].filter((one) => one.reason === "instrumentation");
  return found && String(found.auxData?.scriptId);
}
