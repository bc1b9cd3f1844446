import { ExampleKernel } from "./kernel";
import { Outputs } from "./outputs";

/** How a block's code is run: by itself, or after the blocks above it on the page, which it goes on with. */
type Way = "alone" | "after";

let kernel: ExampleKernel | undefined;
/** How many cells have been opened: each has a name of its own, by which it is found without being seen. */
let opened = 0;
/** Blocks that have run since the page was opened. */
const ran = new Set<HTMLElement>();

/** The text of a block; TypeDoc ends its lines with elements. */
function codeOf(block: HTMLElement): string {
  const code = block.querySelector("code")?.cloneNode(true) as HTMLElement | undefined;
  for (const end of code?.querySelectorAll("br") ?? []) end.replaceWith("\n");
  return code?.textContent ?? "";
}

/** The blocks of the page that one goes on with, and that have not run. */
function above(block: HTMLElement): HTMLElement[] {
  if ((block.dataset.run as Way) === "alone") return [];
  const all = [...document.querySelectorAll<HTMLElement>('pre[data-run="after"]')];
  return all.slice(0, all.indexOf(block)).filter((one) => !ran.has(one));
}

function button(text: string, className: string): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = text;
  made.className = className;
  return made;
}

/** A block of the page's code as a cell: it can be changed and run. */
export class Cell {
  private readonly section = document.createElement("section");
  private readonly editor = document.createElement("textarea");
  private readonly run = button("Run", "tsl-Live-run");
  private readonly stop = button("Stop", "tsl-Live-stop");
  private readonly leave = button("Close", "tsl-Live-close");
  private readonly state = document.createElement("span");
  private readonly outputs: Outputs;
  private isRunning = false;

  /**
   * Puts the cell in the place of a block.
   *
   * @param opener - The button that opened it, which has the focus again when it is closed.
   */
  constructor(
    private readonly block: HTMLElement,
    private readonly opener: HTMLElement,
  ) {
    const place = document.createElement("div");
    this.outputs = new Outputs(place);
    this.section.className = "tsl-Live";
    this.section.tabIndex = -1;
    this.section.setAttribute("aria-label", `Live example ${++opened}`);
    place.className = "tsl-Live-outputs";
    place.setAttribute("role", "group");
    place.setAttribute("aria-label", "Output");
    this.state.setAttribute("role", "status");
    this.editor.value = codeOf(block).trimEnd();
    this.editor.spellcheck = false;
    this.editor.autocapitalize = "off";
    this.editor.setAttribute("aria-label", "Code of the example. Shift + Enter runs it.");
    const bar = document.createElement("div");
    bar.className = "tsl-Live-bar";
    bar.append(this.run, this.stop, this.leave, this.state);
    this.section.append(this.editor, bar, place);
    this.editor.addEventListener("input", () => this.fit());
    this.section.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || !event.shiftKey) return;
      event.preventDefault();
      void this.execute();
    });
    this.run.addEventListener("click", () => void this.execute());
    this.stop.addEventListener("click", () => this.isRunning && void kernel?.interrupt());
    this.leave.addEventListener("click", () => this.close());
    block.hidden = true;
    opener.hidden = true;
    block.after(this.section);
    this.fit();
    this.section.focus({ preventScroll: true });
  }

  /** Runs the cell as it stands. */
  async execute(): Promise<void> {
    if (this.isRunning) return;
    this.isRunning = true;
    this.outputs.clear();
    this.section.dataset.state = "running";
    this.state.textContent = kernel ? "Running" : "Loading the kernel";
    kernel ??= new ExampleKernel();
    await kernel.ready;
    this.state.textContent = "Running";
    let status = "ok";
    for (const one of above(this.block)) {
      status = await kernel.run(
        codeOf(one),
        (type, content) => type === "error" && this.outputs.hear(type, content),
      );
      if (status !== "ok") break;
      ran.add(one);
    }
    if (status === "ok") status = await kernel.run(this.editor.value, this.outputs.hear);
    if (status === "ok") ran.add(this.block);
    this.isRunning = false;
    this.state.textContent = status === "ok" ? "Done" : "Ended with an error";
    this.section.dataset.state = status;
  }

  private close(): void {
    if (this.isRunning) void kernel?.interrupt();
    this.outputs.clear();
    this.section.remove();
    this.block.hidden = false;
    this.opener.hidden = false;
    this.opener.focus();
  }

  /** Makes the editor as high as its text. */
  private fit(): void {
    this.editor.style.height = "auto";
    this.editor.style.height = `${this.editor.scrollHeight + 2}px`;
  }
}
