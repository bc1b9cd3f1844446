import "../../style/explorer.css";
import type { JSONObject } from "@lumino/coreutils";
import type { Message } from "@lumino/messaging";
import { Panel, Widget } from "@lumino/widgets";
import { changeset, truthy } from "vega";
import { readCard, type ActivationCard } from "../card/payload";
import { Figure, type FigureContext } from "../figure/figure";
import { chart } from "./chart";
import { cellFor } from "./code";
import { element, inDigits, picker, Readings } from "./controls";
import { cardFunction, libraryFunctions, type Explorable } from "./functions";
import { ExplorerModel } from "./model";
import type { NotebookSide } from "./notebookSide";

const chartType = "application/vnd.vega.v6+json";

/** Compares activations: pick some, move their parameters, read values, take the code along. */
export class Explorer extends Panel {
  constructor(
    private readonly context: FigureContext,
    private readonly notebook: NotebookSide | null,
  ) {
    super();
    this.addClass("tsl-Explorer");
    this.figure = new Figure(context, { mimeType: chartType, resolver: null });
    this.readings = new Readings(this.model, context.trans);
    this.top.node.className = "tsl-Explorer-top";
    this.bottom.node.className = "tsl-Explorer-bottom";
    for (const widget of [this.top, this.figure, this.bottom]) this.addWidget(widget);
    this.buildBottom();
    this.offer([]);
    this.model.reshaped.connect(() => this.reshape());
    this.model.moved.connect(() => this.schedule());
    this.figure.settled.connect(() => this.listen());
    const first = this.library.find(({ name }) => name === "gelu") ?? this.library[0];
    this.model.toggle(first);
    this.offer([]);
    this.observer.observe(this.figure.node);
    this.node.addEventListener("pointerenter", () => void this.refresh());
    void this.refresh();
  }

  override dispose(): void {
    this.observer.disconnect();
    super.dispose();
  }

  /** Looks again which functions the notebook has. */
  async refresh(): Promise<void> {
    if (!this.notebook) return;
    const turn = ++this.turn;
    const cards = readCards(await this.notebook.cards());
    if (turn !== this.turn || this.isDisposed) return;
    const known = new Set(this.library.map(({ name }) => name));
    const own = cards
      .filter(({ name }) => !known.has(name))
      .map((card) => this.own.find((one) => same(one, card)) ?? cardFunction(card))
      .filter((one): one is Explorable => one !== undefined);
    if (own.length !== this.own.length || own.some((one, index) => one !== this.own[index])) this.offer(own);
  }

  /** Offers the library's functions, and those of the notebook. */
  private offer(own: Explorable[]): void {
    const { trans } = this.context;
    this.own = own;
    this.model.keep([...this.library, ...this.own]);
    this.top.node.replaceChildren(
      picker(
        [
          { title: trans.__("In the library"), functions: this.library },
          { title: trans.__("In the notebook"), functions: this.own },
        ].filter(({ functions }) => functions.length > 0),
        this.model,
      ),
    );
  }

  protected override onAfterShow(message: Message): void {
    super.onAfterShow(message);
    void this.refresh();
  }

  private buildBottom(): void {
    const { trans } = this.context;
    const bound = (index: 0 | 1, label: string) => {
      const input = element("input", {
        type: "number",
        step: "1",
        "aria-label": label,
        class: "jp-mod-styled",
      });
      input.value = String(this.model.interval[index]);
      input.addEventListener("change", () => {
        const [low, high] = this.model.interval;
        this.model.show(index === 0 ? [input.valueAsNumber, high] : [low, input.valueAsNumber]);
        input.value = String(this.model.interval[index]);
      });
      return input;
    };
    const derivatives = element("input", { type: "checkbox" });
    derivatives.checked = this.model.derivatives;
    derivatives.addEventListener("change", () => {
      this.model.derivatives = derivatives.checked;
    });
    this.place.addEventListener("input", () => {
      this.model.at = this.place.valueAsNumber;
    });
    const insert = element(
      "button",
      { type: "button", class: "jp-mod-styled jp-mod-accept" },
      trans.__("Insert as cell"),
    );
    insert.title = trans.__("Write the TypeScript that draws this into the current notebook");
    insert.addEventListener("click", () => {
      if (!this.notebook?.insert(cellFor(this.model)))
        this.status.textContent = trans.__("Open a notebook first.");
      else this.status.textContent = trans.__("Inserted into the notebook.");
    });
    this.bottom.node.append(
      element(
        "div",
        { class: "tsl-Explorer-controls" },
        element("label", {}, "x ", bound(0, trans.__("From")), " … ", bound(1, trans.__("To"))),
        element("label", {}, derivatives, trans.__("Derivatives")),
        element(
          "label",
          { class: "tsl-Explorer-place" },
          trans.__("Read at x ="),
          this.shownPlace,
          this.place,
        ),
      ),
      this.readings.node,
      element("div", { class: "tsl-Explorer-actions" }, ...(this.notebook ? [insert] : []), this.status),
    );
  }

  /** Draws axes and rows anew. */
  private reshape(): void {
    const [low, high] = this.model.interval;
    for (const [name, value] of Object.entries({ min: low, max: high, step: (high - low) / 200 })) {
      this.place.setAttribute(name, String(value));
    }
    this.place.value = String(this.model.at);
    this.readings.rebuild();
    const names = this.model.chosen.map(({ of }) => of.name).join(", ");
    const view = this.figure.drawing?.view;
    if (view) {
      view.signal("xDomain", [...this.model.interval]).signal("yDomain", [...this.model.values]);
      view.description(this.context.trans.__("Curves of %1", names));
      this.schedule();
      return;
    }
    void this.figure.renderModel({
      trusted: false,
      metadata: {},
      data: { [chartType]: chart(this.model.interval, this.model.values, this.size(), names) as JSONObject },
      setData: () => undefined,
    });
  }

  /** Follows the pointer, once there is a view to point at. */
  private listen(): void {
    const view = this.figure.drawing?.view;
    if (!view) return;
    view.addSignalListener("pointed", (_, x: number) => {
      this.place.value = String(x);
      this.model.at = x;
    });
    view.signal("xDomain", [...this.model.interval]).signal("yDomain", [...this.model.values]);
    this.resizeChart();
    this.schedule();
  }

  /** Draws once before the next frame, however many changes there were. */
  private schedule(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    requestAnimationFrame(() => {
      this.scheduled = false;
      this.paint();
    });
  }

  private paint(): void {
    if (this.isDisposed) return;
    const { curves, readings, table } = this.model.compute();
    this.shownPlace.textContent = inDigits(this.model.at);
    this.readings.update(table);
    const view = this.figure.drawing?.view;
    if (!view) return;
    void view
      .signal("at", this.model.at)
      .change("curves", changeset().remove(truthy).insert(curves))
      .change("readings", changeset().remove(truthy).insert(readings))
      .runAsync();
  }

  private size(): [number, number] {
    const width = Math.max(200, this.figure.node.clientWidth);
    return [width, Math.round(Math.min(480, Math.max(200, width * 0.6)))];
  }

  private resizeChart(): void {
    const view = this.figure.drawing?.view;
    if (!view || this.figure.node.clientWidth === 0) return;
    const [width, height] = this.size();
    if (view.width() === width && view.height() === height) return;
    view.width(width).height(height);
    this.schedule();
  }

  private readonly library = libraryFunctions();
  private own: Explorable[] = [];
  private turn = 0;
  private readonly model = new ExplorerModel();
  private readonly figure: Figure;
  private readonly observer = new ResizeObserver(() => this.resizeChart());
  private readonly readings: Readings;
  private readonly top = new Widget();
  private readonly bottom = new Widget();
  private readonly place = element("input", { type: "range" });
  private readonly shownPlace = element("output");
  private readonly status = element("span", { role: "status", class: "tsl-Explorer-status" });
  private scheduled = false;
}

/** Whether a function is that of a card. */
const same = (one: Explorable, card: ActivationCard) =>
  one.name === card.name && one.latex === card.latex && one.signature === card.signature;

/** Those that are cards, the last of each name. */
function readCards(sources: readonly unknown[]): ActivationCard[] {
  const cards = new Map<string, ActivationCard>();
  for (const source of sources) {
    try {
      const card = readCard(source);
      cards.set(card.name, card);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
  }
  return [...cards.values()];
}
