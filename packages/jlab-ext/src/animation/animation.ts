import "../../style/player.css";
import type { IRenderMime } from "@jupyterlab/rendermime-interfaces";
import type { JSONObject } from "@lumino/coreutils";
import { Panel, Widget } from "@lumino/widgets";
import { animationType, frameOf, readAnimation, type Animation } from "tslinen/dist/payloads.mjs";
import { Figure, type FigureContext } from "../figure/figure";
import { problem } from "../figure/problem";
import { Player } from "./player";

const figureType = "application/vnd.vegalite.v6+json";

/** A figure that moves, with a button and a slider. It needs no kernel. */
export class AnimatedFigure extends Panel implements IRenderMime.IRenderer {
  constructor(
    private readonly context: FigureContext,
    private readonly options: IRenderMime.IRendererOptions,
  ) {
    super();
    this.addClass("tsl-Animation");
  }

  /** Shows the animation of `model`, at its first frame. */
  async renderModel(model: IRenderMime.IMimeModel): Promise<void> {
    const source = model.data[animationType];
    const text = JSON.stringify(source);
    if (text === this.text) return;
    this.text = text;
    for (const widget of [...this.widgets]) widget.dispose();
    let animation: Animation;
    try {
      animation = readAnimation(source);
    } catch (error) {
      this.addWidget(new Widget({ node: problem(error, source, this.context.trans) }));
      return;
    }
    const figure = new Figure(this.context, { mimeType: figureType, resolver: this.options.resolver });
    const show = (index: number) =>
      figure.renderModel({
        trusted: false,
        metadata: {},
        data: { [figureType]: frameOf(animation, index) as JSONObject },
        setData: () => undefined,
      });
    this.addWidget(figure);
    this.addWidget(new Player(animation, this.context.trans, show));
    await show(0);
  }

  private text: string | undefined;
}
