import type { DrawingRequest } from "./drawing";

/** Where a picture and its inputs stand. */
export type Place = Pick<DrawingRequest, "picture" | "inputs">;

/** The parts of a figure's node: a picture, its inputs below, and a notice. */
export class Stage {
  private front: Place = { picture: document.createElement("div"), inputs: document.createElement("div") };
  private readonly notice = document.createElement("div");

  constructor(private readonly node: HTMLElement) {
    const { picture, inputs } = this.front;
    picture.className = "tsl-Figure-picture";
    picture.tabIndex = 0;
    inputs.className = "tsl-Figure-inputs";
    this.notice.className = "tsl-Figure-notice";
    node.append(picture, inputs, this.notice);
  }

  /** The place that is seen. */
  get place(): Place {
    return this.front;
  }

  /** A place as large as the one that is seen, behind it, until there is something to see. */
  behind(): Place {
    const { picture, inputs } = this.front;
    const copy = (part: HTMLElement) => part.cloneNode(false) as HTMLElement;
    const place = { picture: copy(picture), inputs: copy(inputs) };
    place.picture.classList.add("tsl-Figure-behind");
    this.node.append(place.picture);
    return place;
  }

  /** Shows what has been drawn in a place, and what there is to say about it. */
  show(place: Place, notice: string): void {
    const { picture, inputs } = this.front;
    if (place.picture !== picture) {
      const focused = picture.contains(document.activeElement);
      place.picture.classList.remove("tsl-Figure-behind");
      picture.replaceWith(place.picture);
      inputs.replaceWith(place.inputs);
      this.front = place;
      if (focused) place.picture.focus({ preventScroll: true });
    }
    this.fit();
    this.notice.textContent = notice;
    this.node.dataset.state = "drawn";
    this.front.picture.style.minHeight = "";
  }

  /** Shows why there is no picture. */
  fail(reason: HTMLElement): void {
    this.clear();
    this.node.dataset.state = "failed";
    this.front.picture.style.minHeight = "";
    this.front.picture.replaceChildren(reason);
  }

  /** Takes everything away. */
  clear(): void {
    delete this.node.dataset.state;
    for (const behind of this.node.querySelectorAll(".tsl-Figure-behind")) behind.remove();
    for (const part of [this.front.picture, this.front.inputs, this.notice]) part.replaceChildren();
  }

  /** Keeps the place of a picture that is to come, so that the page does not jump when it does. */
  reserve(height: number): void {
    this.front.picture.style.minHeight = `${height}px`;
  }

  /** Tells the style sheet how wide the picture is, which has it scroll rather than shrink to where nothing can be read. */
  fit(): void {
    const { picture } = this.front;
    const drawn = picture.querySelector<SVGElement | HTMLCanvasElement>(":scope > svg, :scope > canvas");
    // A canvas has more pixels than it is wide where the screen has more than one to a point.
    const width = parseFloat(drawn?.style.width || (drawn?.getAttribute("width") ?? "0"));
    picture.style.setProperty("--tsl-Figure-width", `${width}px`);
  }
}
