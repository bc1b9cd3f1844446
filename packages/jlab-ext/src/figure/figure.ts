import type { IRenderMime } from "@jupyterlab/rendermime-interfaces";
import type { TranslationBundle } from "@jupyterlab/translation";
import type { ISignal } from "@lumino/signaling";
import { Signal } from "@lumino/signaling";
import { Widget } from "@lumino/widgets";
import type { JSONValue } from "@lumino/coreutils";
import type { Drawing, DrawingRequest } from "./drawing";
import { grammars, type Grammar } from "./mimeTypes";
import { problem } from "./problem";
import { reasonFor } from "./reason";
import type { LivePreferences } from "./preferences";
import type { Queue } from "./queue";
import { Stage, type Place } from "./stage";
import type { Succession } from "./succession";
import { followsPlace, inView } from "./surroundings";
import type { FigureTracker } from "./tracker";

/** What figures share. */
export interface FigureContext {
  preferences: LivePreferences;
  queue: Queue;
  trans: TranslationBundle;
  /** Emitted when the page has taken on another theme. */
  themeChanged: ISignal<unknown, unknown>;
  /** Learns of every figure. */
  tracker: FigureTracker;
  /** Has a figure take the place of one that is taken away at the same moment. */
  succession: Succession<Figure>;
}

/** Vega is large, and loaded with the first figure. */
const loadDrawing = () => import(/* webpackChunkName: "vega" */ "./drawing");

/** A figure in a notebook's output, or anywhere else that shows MIME bundles. */
export class Figure extends Widget implements IRenderMime.IRenderer {
  constructor(
    private readonly context: FigureContext,
    private readonly options: Pick<IRenderMime.IRendererOptions, "mimeType" | "resolver">,
  ) {
    super();
    this.addClass("tsl-Figure");
    context.themeChanged.connect(this.recolour, this);
    context.preferences.changed.connect(this.redraw, this);
    context.tracker.add(this);
    this.observer.observe(this.node);
  }

  /** The specification that is shown. */
  source: unknown;

  /** The model that is shown, to be filled in with a picture. */
  model: IRenderMime.IMimeModel | null = null;

  /** What is drawn, once it is. */
  drawing: Drawing | null = null;

  /** Emitted when the figure has been drawn, or has turned out not to be drawable. */
  get settled(): ISignal<this, void> {
    return this.onSettled;
  }

  get grammar(): Grammar {
    return grammars[this.options.mimeType];
  }

  /** Draws the figure of `model`, unless it is the one already drawn. */
  async renderModel(model: IRenderMime.IMimeModel): Promise<void> {
    this.model = model;
    const source = model.data[this.options.mimeType];
    const text = JSON.stringify(source);
    if (text === this.text) return;
    this.text = text;
    this.source = source;
    this.followsPlace = followsPlace(text);
    await this.draw();
  }

  /** Another figure of the same specification. */
  copy(context: FigureContext): Figure {
    const { mimeType } = this.options;
    const copy = new Figure(context, this.options);
    void copy.renderModel({
      trusted: false,
      data: { [mimeType]: this.source as JSONValue },
      metadata: {},
      setData: () => undefined,
    });
    return copy;
  }

  /** The figure as a PNG on white paper, whatever the theme, in a data URL. */
  async lightPicture(scale: number): Promise<string> {
    return (await loadDrawing()).lightPicture(this.request(), scale);
  }

  override dispose(): void {
    if (this.isDisposed) return;
    this.observer.disconnect();
    super.dispose();
    this.model = null;
    this.source = undefined;
    if (this.area && (this.drawing || this.work)) this.context.succession.leave(this, this.area);
    else this.clear();
  }

  /** Takes over what another figure, now disposed of, has drawn, or is about to draw. */
  succeed(other: Figure): void {
    other.heir = this;
    const { drawing, stage } = other;
    other.drawing = null;
    if (drawing) this.settle(drawing, stage.place);
  }

  /** Disposes of what has been drawn. */
  clear(): void {
    this.drawing?.dispose();
    this.drawing = null;
    this.stage.clear();
  }

  protected override onAfterAttach(): void {
    this.area = this.node.closest(".jp-OutputArea");
    const before = this.area && !this.drawing && this.context.succession.take(this.area, this.grammar);
    if (before) this.succeed(before);
  }

  /** Draws what there is to show, now or when what is being drawn has been; of several, only the last. */
  private draw(): Promise<void> {
    this.stale = true;
    return (this.work ??= this.catchUp().finally(() => {
      this.work = undefined;
    }));
  }

  private async catchUp(): Promise<void> {
    while (this.stale && !this.isDisposed) {
      this.reserve();
      if (this.waitsForPlace()) return;
      // Where it stands is not asked of a figure that moves: the answer would have the page laid out each time.
      await this.context.queue.run(() => this.drawLatest(), this.drawing !== null || inView(this.node));
    }
  }

  private async drawLatest(): Promise<void> {
    // It may have been hidden while it waited for its turn; then it is drawn when it is seen.
    if (this.isDisposed || this.waitsForPlace()) return;
    this.stale = false;
    const { source } = this;
    try {
      const { Drawing } = await loadDrawing();
      if (this.isDisposed) return;
      if (this.drawing && !this.afresh && (await this.drawing.change(source))) {
        this.stage.fit();
        this.onSettled.emit();
        return;
      }
      this.afresh = false;
      const place = this.drawing ? this.stage.behind() : this.stage.place;
      const drawing = await Drawing.draw({ ...this.request(), ...place, before: this.drawing });
      this.settle(drawing, place);
    } catch (error) {
      if (!this.isDisposed)
        this.fail(problem(reasonFor(error, source, this.grammar), source, this.context.trans));
    }
  }

  private request(): DrawingRequest {
    const { renderer, remoteData } = this.context.preferences.value;
    return {
      source: this.source,
      grammar: this.grammar,
      colours: this.node,
      renderer,
      remoteData,
      resolver: this.options.resolver,
      ...this.stage.place,
    };
  }

  private settle(drawing: Drawing, place: Place): void {
    if (this.isDisposed) {
      if (this.heir) this.heir.settle(drawing, place);
      else drawing.dispose();
      return;
    }
    this.drawing?.dispose();
    this.drawing = drawing;
    const refused = [...drawing.refused].join(", ");
    const { trans } = this.context;
    this.stage.show(
      place,
      refused && trans.__("Not loaded, because remote data is off in the settings of figures: %1", refused),
    );
    this.onSettled.emit();
  }

  private fail(reason: HTMLElement): void {
    this.clear();
    this.stage.fail(reason);
    this.onSettled.emit();
  }

  private redraw(): void {
    this.afresh = true;
    if (this.source !== undefined) void this.draw();
  }

  private recolour(): void {
    void this.drawing?.recolour(this.node);
  }

  /** Whether its size is that of a place which has none yet. */
  private waitsForPlace(): boolean {
    return this.followsPlace && this.node.clientWidth === 0;
  }

  /** Keeps the place of a figure that says its height. */
  private reserve(): void {
    const { height } = (this.source ?? {}) as { height?: unknown };
    if (this.drawing === null && typeof height === "number" && height < 2000) {
      this.stage.reserve(height);
    }
  }

  private async follow(): Promise<void> {
    await this.drawing?.follow();
    this.stage.fit();
  }

  /**
   * Takes note of another width: a figure that waited for one is drawn, one that follows it is resized. A width of
   * nothing is that of a hidden notebook, or of a cell that is scrolled away, and passes.
   */
  private place(): void {
    const { clientWidth } = this.node;
    if (clientWidth === 0) return;
    const changed = clientWidth !== this.placeWidth;
    this.placeWidth = clientWidth;
    if (this.stale) void this.draw();
    else if (this.drawing && changed) void this.follow();
    else if (this.node.dataset.state === undefined && this.followsPlace) void this.draw();
  }

  private readonly stage = new Stage(this.node);
  private readonly onSettled = new Signal<this, void>(this);
  private readonly observer = new ResizeObserver(() => this.place());
  private placeWidth = 0;
  private text: string | undefined;
  private followsPlace = false;
  /** Whether there is something newer to show than what has been drawn. */
  private stale = false;
  /** Whether to draw from the beginning. */
  private afresh = false;
  private work: Promise<void> | undefined;
  /** The output area that it stands in. */
  private area: Element | null = null;
  /** The figure that has taken its place. */
  private heir: Figure | undefined;
}
