import { display, displaySymbol, type MimeBundle } from "../../display";
import { describe, type Spelled } from "../../array/options";
import { animatedPng } from "../apng";
import { alignedSvgs } from "../alignedSvgs";
import { Figure } from "../bound/classes";
import { animationType, type Animation } from "../../payloads";
import type { Json } from "../model/artist";
import { writeFile } from "../../files/writing";
import { option, readTable, type OptionsOf } from "../options/option";
import { flag, given, number } from "../options/readers";
import { rasterize, svgOf } from "../picture";
import { pictureOf } from "../spec/bundle";
import { differencesOf } from "../spec/differences";
import { specOf } from "../spec/figure";
import { closeFigure } from "../state/openFigures";

/** An animation has no more frames: all are in the notebook. */
const mostFrames = 1000;

const animationOptions = {
  /** How many frames there are, or what {@link FuncAnimation} hands to the function for each. Default: 100. */
  frames: option(given<number | readonly unknown[]>(), { default: 100 }),
  /** Milliseconds that a frame is shown for. Default: 200. */
  interval: option(number(1, 60_000), { default: 200 }),
  /** Whether to begin again after the last frame. Default: true. */
  repeat: option(flag, { default: true }),
};

/** Options of {@link FuncAnimation}. */
export type AnimationOptions = OptionsOf<typeof animationOptions>;

/** What differs between the kinds of pictures a frame is drawn as. */
interface Drawn {
  live: Json;
  picture: Json;
}

/**
 * An animation: a function changes the figure for each frame. All frames are computed at once; a slider and a button
 * play them in the notebook, without a kernel.
 *
 * The value of a cell shows it, and so does {@link FuncAnimation.show}; the figure is not shown besides.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.animation.FuncAnimation.html
 * @example
 * const [fig, ax] = plt.subplots();
 * const x = np.linspace(0, 2 * Math.PI, 50);
 * const [line] = ax.plot(x, np.sin(x));
 * new plt.FuncAnimation(fig, (i) => line.setYdata(np.sin(x.add(i / 10))), { frames: 5 });
 */
export class FuncAnimation {
  private readonly frames: Drawn[];
  private readonly interval: number;
  private readonly repeat: boolean;

  /**
   * @param figure - The figure.
   * @param update - Changes what is drawn on it; called with the number of each frame, from 0, or what `frames` lists.
   * @param options - `frames`, `interval` and `repeat`.
   * @throws TypeError for an invalid figure or function, or an unknown option; RangeError for no frames, or more
   *   than a thousand.
   */
  constructor(
    figure: Figure,
    update: (frame: number, index: number) => unknown,
    options?: Spelled<AnimationOptions>,
  ) {
    if (!(figure instanceof Figure)) {
      throw new TypeError(`FuncAnimation: expected a figure, got ${describe(figure)}`);
    }
    if (typeof update !== "function") {
      throw new TypeError(
        `FuncAnimation: expected a function that changes the figure, got ${describe(update)}`,
      );
    }
    const { frames, interval, repeat } = readTable("FuncAnimation", options, animationOptions);
    const given = typeof frames === "number" ? Array.from({ length: frames }, (_, i) => i) : [...frames];
    if (given.length === 0 || given.length > mostFrames) {
      throw new RangeError(`FuncAnimation: expected 1 to ${mostFrames} frames, got ${given.length}`);
    }
    this.interval = interval;
    this.repeat = repeat;
    this.frames = given.map((frame, index) => {
      update(frame as number, index);
      return { live: specOf(figure, { passing: true }), picture: specOf(figure, { interactive: false }) };
    });
    closeFigure(figure);
  }

  /**
   * Shows the animation below the cell.
   *
   * @example
   * const [fig, ax] = plt.subplots();
   * const [line] = ax.plot([0, 1, 2]);
   * new plt.FuncAnimation(fig, (i) => line.setYdata([0, i, 2]), { frames: 3 }).show();
   */
  show(): void {
    display(this);
  }

  /**
   * Writes the animation to a file: an animated PNG, which browsers, GitHub and most programs play.
   *
   * @param path - The name of the file, ending with .png or .apng.
   * @throws TypeError for another ending.
   * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.animation.Animation.save.html
   * @example
   * const [fig, ax] = plt.subplots();
   * const [line] = ax.plot([0, 1, 2]);
   * const animation = new plt.FuncAnimation(fig, (i) => line.setYdata([0, i, 2]), { frames: 3 });
   * animation.save("steps.png");
   */
  save(path: string): void {
    if (typeof path !== "string" || !/\.a?png$/i.test(path)) {
      throw new TypeError(
        `save: expected the name of an animated PNG file, such as "steps.png", got ${describe(path)}`,
      );
    }
    const svgs = alignedSvgs(this.frames.map(({ picture }) => svgOf(picture)));
    const file = animatedPng(
      svgs.map((svg) => rasterize(svg)),
      this.interval,
      this.repeat,
    );
    writeFile("save", path, file);
  }

  /** How a notebook shows it: the first frame, what is different in the others, and a picture of the first. */
  [displaySymbol](): MimeBundle {
    const { frames, interval, repeat } = this;
    const [{ live, picture }] = frames;
    const changes = frames.map((frame) => differencesOf(live, frame.live));
    const animation: Animation = { spec: live, frames: changes, interval, repeat };
    const text = `<FuncAnimation of ${frames.length} frames, ${interval} ms each>`;
    return {
      [animationType]: animation,
      ...pictureOf(picture),
      "text/plain": text,
    };
  }
}
