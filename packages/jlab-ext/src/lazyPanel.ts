import { Panel, type Widget } from "@lumino/widgets";

/** A panel whose content is loaded when it is first seen. */
export class LazyPanel extends Panel {
  constructor(private readonly load: () => Promise<Widget>) {
    super();
    this.addClass("tsl-LazyPanel");
  }

  protected override onBeforeShow(): void {
    this.fill();
  }

  protected override onAfterAttach(): void {
    if (this.isVisible) this.fill();
  }

  private fill(): void {
    if (this.asked) return;
    this.asked = true;
    void this.load().then((content) => this.addWidget(content));
  }

  private asked = false;
}
