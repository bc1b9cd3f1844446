import "../../style/figure.css";
import type { IRenderMime } from "@jupyterlab/rendermime-interfaces";
import embed, { type EmbedOptions, type Result, type VisualizationSpec } from "vega-embed";
import { nameMarks } from "./aloud";
import { coloursAt, lightColours, type Colours } from "./colours";
import { describe } from "./describe";
import { copyForDrawing, harden } from "./harden";
import { interpreter } from "./interpreter";
import { changesOf, lift, type Lifted, type Place } from "./lifting";
import { limitVega } from "./limits";
import { guardedLoader } from "./loader";
import { Messages } from "./messages";
import type { Grammar } from "./mimeTypes";
import { rowCount } from "./rowCount";
import { brokenExpression } from "./brokenExpression";
import { chosenIn, takeOver } from "./chosen";
import { themingOf, type Json } from "./theme";
import { Tooltip } from "./tooltip";

/** Everything needed to draw a figure. */
export interface DrawingRequest {
  /** The specification: a JSON object, or its text. It is not changed. */
  source: unknown;
  grammar: Grammar;
  /** Whose colours to take on: where the figure stands, or those given. */
  colours: Element | Colours;
  /** SVG is sharp at every zoom and prints well; a canvas is quicker with very many marks. */
  renderer: "auto" | "svg" | "canvas";
  /** Whether addresses outside the server may be loaded. */
  remoteData: boolean;
  /** Finds files beside the notebook. */
  resolver: IRenderMime.IResolver | null;
  /** Where the picture goes. */
  picture: HTMLElement;
  /** Where sliders and other inputs go. */
  inputs: HTMLElement;
  /** What it takes the place of: what a reader has chosen there, such as a part seen larger, stays. */
  before?: Drawing | null;
}

/** Rows from which `renderer: "auto"` draws on a canvas. */
const canvasRows = 5_000;

let limited = false;

/** A figure that has been drawn, and stays live until it is disposed of. */
export class Drawing {
  /**
   * Draws a figure.
   *
   * @throws Error if the specification cannot be compiled or computed, with Vega's reason.
   */
  static async draw(request: DrawingRequest): Promise<Drawing> {
    if (!limited) limitVega();
    limited = true;
    const { grammar, picture, inputs } = request;
    const colours = request.colours instanceof Element ? coloursAt(request.colours) : request.colours;
    const source = copyForDrawing(request.source);
    const lifted = lift(source, request.before?.placesFor(source, grammar) ?? []);
    const { spec } = lifted;
    const theming = themingOf(spec, grammar);
    const loader = guardedLoader(request.resolver, request.remoteData);
    const messages = new Messages();
    const tooltip = new Tooltip();
    const options: EmbedOptions = {
      mode: grammar,
      actions: false,
      defaultStyle: false,
      ast: true,
      expr: interpreter,
      bind: inputs,
      config: theming.config as EmbedOptions["config"],
      loader,
      logger: messages.logger,
      tooltip: tooltip.handle,
      renderer:
        request.renderer !== "auto" ? request.renderer : rowCount(spec) > canvasRows ? "canvas" : "svg",
      patch: (compiled) => {
        const open = compiled as unknown as Json;
        theming.prepare(open as { signals?: Json[] }, colours);
        harden(open);
        nameMarks(open);
        return compiled;
      },
    };
    const result = await embed(picture, spec as unknown as VisualizationSpec, options).catch(
      (error: unknown) => {
        const fault = brokenExpression(source);
        throw fault ? new Error(fault) : error;
      },
    );
    result.view.description(describe(spec, grammar, result.view));
    const drawing = new Drawing(
      { source, names: lifted.names, grammar },
      result,
      theming.values,
      tooltip,
      loader.refused,
      messages.warnings,
    );
    if (messages.errors.length > 0) {
      drawing.dispose();
      throw new Error(messages.errors.join("\n"));
    }
    if (request.before)
      await takeOver(result.view, chosenIn(request.before.view, request.before.shown.source));
    return drawing;
  }

  private constructor(
    private shown: { source: Json; names: Lifted["names"]; grammar: Grammar },
    private readonly result: Result,
    private readonly themeValues: (colours: Colours) => Record<string, string>,
    private readonly tooltip: Tooltip,
    /** Addresses that were not loaded. */
    readonly refused: ReadonlySet<string>,
    /** What Vega found odd about the specification. */
    readonly warnings: readonly string[],
  ) {}

  /** The live Vega view. */
  get view(): Result["view"] {
    return this.result.view;
  }

  /**
   * Shows another specification in place of the one that is shown, if that takes no compiling.
   *
   * @returns Whether it does.
   */
  async change(specification: unknown): Promise<boolean> {
    const { names, grammar } = this.shown;
    if (grammar !== "vega-lite") return false;
    const source = copyForDrawing(specification);
    const changes = changesOf(this.shown.source, source);
    if (!changes || ![...changes.keys()].every((place) => names.has(place))) return false;
    for (const [place, value] of changes) {
      const { name, data } = names.get(place)!;
      if (data) this.view.data(name, value as object[]);
      else this.view.signal(name, value);
    }
    this.shown = { source, names, grammar };
    // The room for labels is measured anew.
    await this.view.resize().runAsync();
    this.view.description(describe(source, grammar, this.view));
    return true;
  }

  /** The places that are likely to change in a specification which follows this one: those that have. */
  private placesFor(source: Json, grammar: Grammar): Place[] {
    if (grammar !== "vega-lite" || this.shown.grammar !== grammar) return [];
    const changes = changesOf(this.shown.source, source);
    return changes ? [...new Set([...this.shown.names.keys(), ...changes.keys()])] : [];
  }

  /** Takes on the colours of `place`, without compiling anew. */
  async recolour(place: Element): Promise<void> {
    for (const [name, value] of Object.entries(this.themeValues(coloursAt(place))))
      this.view.signal(name, value);
    await this.view.runAsync();
  }

  /** Takes on the width of its place, if that is what its specification asks for. */
  async follow(): Promise<void> {
    const place = this.view.container();
    if (!place) return;
    if (this.measures("width")) this.view.width(place.clientWidth);
    if (this.measures("height")) this.view.height(place.clientHeight);
    await this.view.runAsync();
  }

  /** Whether a signal is computed from the size of the place. */
  private measures(name: "width" | "height"): boolean {
    const signal = (this.result.vgSpec.signals ?? []).find((one) => one.name === name);
    return signal !== undefined && /containerSize\s*\(/.test(JSON.stringify(signal));
  }

  /** The figure as SVG text. */
  svg(): Promise<string> {
    return this.view.toSVG();
  }

  /** The figure as PNG in a data URL, `scale` pixels to a point. */
  png(scale: number): Promise<string> {
    return this.view.toImageURL("png", scale);
  }

  /** Every set of data that has rows, largest first. */
  data(): { name: string; rows: readonly Readonly<Json>[] }[] {
    return (this.result.vgSpec.data ?? [])
      .filter(({ name }) => !name.endsWith("_store"))
      .map(({ name }) => ({ name, rows: this.view.data(name) as Json[] }))
      .filter(({ rows }) => rows.length > 0)
      .sort((one, other) => other.rows.length - one.rows.length);
  }

  /** Stops everything that runs for the figure. */
  dispose(): void {
    this.tooltip.hide();
    this.result.finalize();
  }
}

/** Draws the figure on white paper, whatever the theme, as PNG in a data URL. */
export async function lightPicture(request: DrawingRequest, scale: number): Promise<string> {
  const [picture, inputs] = [document.createElement("div"), document.createElement("div")];
  const drawing = await Drawing.draw({ ...request, colours: lightColours, picture, inputs });
  try {
    return await drawing.png(scale);
  } finally {
    drawing.dispose();
  }
}
