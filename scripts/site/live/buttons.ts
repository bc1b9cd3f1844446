/** Gives each example of a page a button that opens it as a live cell. What that takes is loaded when it is first clicked. */
const address = (name: string): string => new URL(name, import.meta.url).href;
let styled = false;

function loadStyle(): void {
  if (styled) return;
  styled = true;
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = address("cell.css");
  document.head.append(link);
}

async function open(block: HTMLElement, opener: HTMLButtonElement): Promise<void> {
  opener.disabled = true;
  loadStyle();
  try {
    const { Cell } = await import("./cell");
    void new Cell(block, opener).execute();
  } catch (error) {
    opener.title = `The kernel could not be loaded: ${String(error)}`;
    opener.textContent = "Run (could not be loaded; try again)";
  } finally {
    opener.disabled = false;
  }
}

for (const block of document.querySelectorAll<HTMLElement>("pre[data-run]")) {
  const opener = document.createElement("button");
  opener.type = "button";
  opener.className = "tsl-Run";
  opener.textContent = "Run";
  opener.addEventListener("click", () => void open(block, opener));
  block.after(opener);
}
