import { draw, drawnTypes } from "./figures";
import type { Hear } from "./kernel";

type Bundle = Record<string, unknown>;

const pictures = ["image/png", "image/jpeg"];

const joined = (value: unknown): string => (Array.isArray(value) ? value.join("") : String(value));
/** Text without the codes that colour it in a terminal. */
// eslint-disable-next-line no-control-regex -- the codes begin with the escape character
const plain = (text: string): string => text.replace(/\u001b\[[\d;]*m/g, "");

function textNode(text: string, kind: string): HTMLElement {
  const node = document.createElement("pre");
  node.className = `tsl-Live-${kind}`;
  node.textContent = plain(text);
  return node;
}

function picture(mimeType: string, value: string): HTMLElement {
  const image = document.createElement("img");
  image.alt = "What the example draws";
  image.src =
    mimeType === "image/svg+xml"
      ? `data:${mimeType},${encodeURIComponent(value)}`
      : `data:${mimeType};base64,${value}`;
  return image;
}

/** A place for one value, which may be shown anew. */
class Shown {
  readonly node = document.createElement("div");
  private clear = (): void => undefined;

  show(bundle: Bundle): void {
    this.clear();
    this.clear = () => undefined;
    const drawn = drawnTypes.find((type) => type in bundle);
    if (drawn) {
      this.node.replaceChildren();
      this.clear = draw(drawn, bundle[drawn], this.node);
      return;
    }
    const type = ["image/svg+xml", ...pictures].find((one) => one in bundle);
    const node = type
      ? picture(type, joined(bundle[type]))
      : textNode(joined(bundle["text/plain"] ?? ""), "text");
    this.node.replaceChildren(node);
  }

  dispose(): void {
    this.clear();
    this.node.remove();
  }
}

/** What a cell puts out, as a notebook shows it. */
export class Outputs {
  private readonly shown: Shown[] = [];
  private readonly named = new Map<string, Shown[]>();
  /** Whether the next output takes the place of all that are there. */
  private clearsNext = false;

  constructor(private readonly node: HTMLElement) {}

  readonly hear: Hear = (type, content) => {
    if (type === "clear_output") {
      if (content.wait) this.clearsNext = true;
      else this.clear();
    } else if (type === "update_display_data") {
      for (const one of this.named.get(idOf(content)) ?? []) one.show(content.data as Bundle);
    } else this.add(type, content);
  };

  clear(): void {
    this.clearsNext = false;
    for (const one of this.shown.splice(0)) one.dispose();
    this.named.clear();
    this.node.replaceChildren();
  }

  private add(type: string, content: Bundle): void {
    if (this.clearsNext) this.clear();
    if (type === "stream") this.write(content.name as string, joined(content.text));
    else if (type === "error") {
      this.node.append(textNode((content.traceback as string[]).join("\n"), "error"));
    } else if (type === "display_data" || type === "execute_result") {
      const one = new Shown();
      this.shown.push(one);
      const id = idOf(content);
      this.named.set(id, [...(this.named.get(id) ?? []), one]);
      // A figure asks how wide its place is.
      this.node.append(one.node);
      one.show(content.data as Bundle);
    }
  }

  private write(name: string, text: string): void {
    const last = this.node.lastElementChild;
    if (last?.classList.contains(`tsl-Live-${name}`)) last.append(plain(text));
    else this.node.append(textNode(text, name));
  }
}

const idOf = ({ transient }: Bundle): string =>
  String((transient as { display_id?: string } | undefined)?.display_id);
