import type { IRenderMimeRegistry } from "@jupyterlab/rendermime";
import type { IRenderMime } from "@jupyterlab/rendermime-interfaces";
import type { JSONObject } from "@lumino/coreutils";
import { Widget } from "@lumino/widgets";

/** What is seen of a variable that is opened: as its value would be below a cell. */
export class Detail {
  constructor(
    private readonly place: HTMLElement,
    private readonly rendermime: IRenderMimeRegistry,
  ) {}

  /** Shows a value by its representations; one that is shown already is only told what has changed. */
  async show(bundle: Readonly<Record<string, unknown>>): Promise<void> {
    const text = JSON.stringify(bundle);
    if (text === this.text) return;
    this.text = text;
    const data = bundle as JSONObject;
    const type = this.rendermime.preferredMimeType(data, "ensure");
    if (type === undefined) return this.tell("");
    if (type !== this.type) {
      this.clear();
      this.type = type;
      this.renderer = this.rendermime.createRenderer(type);
      Widget.attach(this.renderer, this.place);
    }
    await this.renderer?.renderModel(this.rendermime.createModel({ data, trusted: false }));
  }

  /** Says why there is nothing to see. */
  tell(text: string): void {
    this.clear();
    this.text = undefined;
    this.place.textContent = text;
  }

  /** Takes away what is seen. */
  clear(): void {
    this.renderer?.dispose();
    this.renderer = undefined;
    this.type = undefined;
    this.place.replaceChildren();
  }

  private renderer: IRenderMime.IRenderer | undefined;
  private type: string | undefined;
  private text: string | undefined;
}
