import { describe } from "../array/options";
import { capture } from "../display/capture";
import { isDisplayable, type MimeBundle, type Displayable, displaySymbol } from "../display";
import { control } from "./control";
import type { Init } from "./controlTypes";
import type { OutputState } from "./controls";
import { DOMWidget } from "./domWidget";
import { OutputList, type NotebookOutput } from "./outputList";

/** Characters a millisecond: Jupyter's server drops what comes faster than a million bytes a second. */
const flow = 600;
/** The least time between two updates of what is seen, in milliseconds. */
const pause = 15;
/** How long, in milliseconds, the first outputs of a call wait for others, so that they appear together. */
const together = 100;

/** Options of {@link OutputWidget.capture}. */
export interface CaptureOptions {
  /** Whether each call takes away what is there. Default: false. */
  clearOutput?: boolean;
  /** Whether that waits until there is something new. Default: false. */
  wait?: boolean;
}

/** An area that shows what code puts out. */
export class OutputWidget extends DOMWidget {
  #list?: OutputList;
  #next = 0;
  #timer?: ReturnType<typeof setTimeout>;
  #held = 0;

  get #outputs(): OutputList {
    return (this.#list ??= new OutputList());
  }

  /** Milliseconds until what is seen may change again; none above 0 if it may. */
  get wait(): number {
    return this.#next - performance.now();
  }

  /**
   * Makes a function whose outputs appear in this area: what it prints and shows, its figures, its error.
   *
   * @param f - The function, which may be asynchronous.
   * @param options - Whether each call takes away what is there.
   * @returns The same function; where it fails, the error is shown and undefined returned.
   * @throws TypeError if it is not a function.
   */
  capture<A extends unknown[], R>(
    f: (...args: A) => R,
    { clearOutput = false, wait = false }: CaptureOptions = {},
  ): (...args: A) => R | undefined {
    if (typeof f !== "function") throw new TypeError(`capture: expected a function, got ${describe(f)}`);
    return (...args) => {
      if (clearOutput) this.clearOutput({ wait });
      let result: R | undefined;
      const captured = this.run(() => (result = f(...args)));
      void captured.then((finish) => finish());
      return result;
    };
  }

  /**
   * Runs a function at once, with its outputs in this area.
   *
   * @returns What is still to be done once nothing newer takes the place of the outputs.
   */
  async run(f: () => unknown): Promise<() => Promise<void>> {
    this.#held += 1;
    let isHeld = true;
    const release = (): void => {
      if (isHeld) this.#held -= 1;
      isHeld = false;
      this.#changed();
    };
    const timer = setTimeout(release, together);
    const finish = await capture(f, (output) => {
      const taken = this.#outputs.take(output);
      this.#changed();
      return taken;
    });
    clearTimeout(timer);
    release();
    return finish;
  }

  /** Takes away what is there, at once or as soon as there is something new. */
  clearOutput({ wait = false }: { wait?: boolean } = {}): void {
    this.#outputs.clear(wait);
    if (!wait) this.#changed();
  }

  /** Adds a text, as if it were printed. */
  appendStdout(text: string): void {
    this.#append({ name: "stdout", text: String(text) });
  }

  /** Adds a text, as if it were printed as an error. */
  appendStderr(text: string): void {
    this.#append({ name: "stderr", text: String(text) });
  }

  /**
   * Adds a value that brings its own representations, or a bundle of MIME types.
   *
   * @throws TypeError if it is neither.
   */
  appendDisplayData(value: Displayable | MimeBundle): void {
    if (value === null || typeof value !== "object") {
      throw new TypeError(
        `appendDisplayData: expected a displayable value or a bundle, got ${describe(value)}`,
      );
    }
    const data = isDisplayable(value) ? value[displaySymbol]() : value;
    this.#outputs.take({ type: "display_data", content: { data, metadata: {} } });
    this.#changed();
  }

  override set(changes: Readonly<Record<string, unknown>>): void {
    super.set(changes);
    if (Object.hasOwn(changes, "outputs")) this.#outputs.replace(this.get("outputs") as NotebookOutput[]);
  }

  #append(content: { name: string; text: string }): void {
    this.#outputs.take({ type: "stream", content });
    this.#changed();
  }

  /** Shows what there is, now or when it may change again. */
  #changed(): void {
    if (this.#held > 0 || this.#timer !== undefined) return;
    const { wait } = this;
    if (wait <= 0) this.#show();
    else this.#timer = setTimeout(() => this.#show(), wait);
  }

  #show(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const { outputs } = this.#outputs;
    super.set({ outputs });
    this.#next = performance.now() + Math.max(pause, JSON.stringify(outputs).length / flow);
  }
}

/** An area that shows what code puts out. Made by the function of the same name. */
export interface Output extends OutputWidget, OutputState {}

/**
 * Makes an area that shows what code puts out.
 *
 * @see https://ipywidgets.readthedocs.io/en/stable/examples/Output%20Widget.html
 * @example
 * const out = widgets.Output();
 * const greet = out.capture((name: string) => console.log(`hello ${name}`));
 * out.appendStdout("hello\n");
 */
export const Output: { new (state?: Init<OutputState>): Output; (state?: Init<OutputState>): Output } =
  control("Output", { base: OutputWidget as never });
