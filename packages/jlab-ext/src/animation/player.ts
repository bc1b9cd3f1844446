import type { TranslationBundle } from "@jupyterlab/translation";
import { Widget } from "@lumino/widgets";
import type { Animation } from "tslinen/dist/payloads.mjs";
import { keepKeys } from "../keepKeys";

/** A button and a slider that go through the frames of an animation. */
export class Player extends Widget {
  /**
   * @param animation - What is played.
   * @param see - Shows a frame; resolves when it is seen.
   */
  constructor(
    private readonly animation: Animation,
    private readonly trans: TranslationBundle,
    private readonly see: (index: number) => Promise<void>,
  ) {
    super();
    this.addClass("tsl-Player");
    keepKeys(this.node);
    const { length } = animation.frames;
    Object.assign(this.slider, { type: "range", min: "0", max: String(length - 1), step: "1", value: "0" });
    this.slider.setAttribute("aria-label", trans.__("Frame"));
    this.button.type = "button";
    this.button.addEventListener("click", () => (this.playing ? this.stop() : void this.play()));
    this.slider.addEventListener("input", () => {
      this.stop();
      void this.go(Number(this.slider.value));
    });
    this.node.append(this.button, this.slider, this.label);
    this.stop();
    this.tell();
  }

  override dispose(): void {
    this.stop();
    super.dispose();
  }

  protected override onBeforeDetach(): void {
    this.stop();
  }

  /** Plays from the frame that is shown; at the end, from the first. */
  private async play(): Promise<void> {
    const { frames, interval, repeat } = this.animation;
    const turn = ++this.turn;
    this.playing = true;
    this.face();
    if (this.index === frames.length - 1) await this.go(0);
    let due = performance.now();
    while (this.turn === turn) {
      // Frames that would come too late are left out, so that the animation keeps its time.
      due += interval;
      await new Promise((done) => setTimeout(done, Math.max(0, due - performance.now())));
      if (this.turn !== turn) return;
      const late = Math.floor(Math.max(0, performance.now() - due) / interval);
      due += late * interval;
      const next = this.index + 1 + late;
      if (next >= frames.length && !repeat) {
        await this.go(frames.length - 1);
        this.stop();
      } else await this.go(next % frames.length);
    }
  }

  private stop(): void {
    this.turn++;
    this.playing = false;
    this.face();
  }

  private async go(index: number): Promise<void> {
    this.index = index;
    this.slider.value = String(index);
    this.tell();
    await this.see(index);
  }

  private face(): void {
    this.button.textContent = this.playing ? "⏸" : "▶";
    this.button.title = this.playing ? this.trans.__("Pause") : this.trans.__("Play");
    this.button.setAttribute("aria-label", this.button.title);
  }

  private tell(): void {
    this.label.textContent = `${this.index + 1} / ${this.animation.frames.length}`;
    this.slider.setAttribute("aria-valuetext", this.label.textContent);
  }

  private index = 0;
  private playing = false;
  private turn = 0;
  private readonly button = document.createElement("button");
  private readonly slider = document.createElement("input");
  private readonly label = document.createElement("span");
}
