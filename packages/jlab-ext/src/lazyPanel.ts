import "../style/lazyPanel.css";
import type { TranslationBundle } from "@jupyterlab/translation";
import { Panel, Widget } from "@lumino/widgets";

/** A panel whose content is loaded when it is first seen. */
export class LazyPanel extends Panel {
  constructor(
    private readonly load: () => Promise<Widget>,
    private readonly trans: TranslationBundle,
  ) {
    super();
    this.addClass("tsl-LazyPanel");
  }

  protected override onBeforeShow(): void {
    void this.fill();
  }

  protected override onAfterAttach(): void {
    if (this.isVisible) void this.fill();
  }

  private async fill(): Promise<void> {
    if (this.asked) return;
    this.asked = true;
    let content: Widget;
    try {
      content = await this.load();
    } catch (error) {
      content = this.failure(error);
    }
    if (this.isDisposed) content.dispose();
    else this.addWidget(content);
  }

  /** Says why there is nothing, as when the server has gone, and offers to try again. */
  private failure(error: unknown): Widget {
    const content = new Widget();
    content.addClass("tsl-LazyPanel-failure");
    content.node.setAttribute("role", "alert");
    const reason = document.createElement("p");
    reason.textContent = this.trans.__(
      "This panel could not be loaded: %1",
      error instanceof Error ? error.message : String(error),
    );
    const again = document.createElement("button");
    again.type = "button";
    again.className = "jp-mod-styled";
    again.textContent = this.trans.__("Try again");
    again.addEventListener("click", () => {
      content.dispose();
      this.asked = false;
      void this.fill();
    });
    content.node.append(reason, again);
    return content;
  }

  private asked = false;
}
