// Finds and starts the system's Chromium: nothing is downloaded.
import { chromium } from "playwright-core";
import { findChromium } from "../../scripts/environment.mjs";

/** The path of a Chromium or Chrome. */
export function chromiumPath() {
  const found = findChromium();
  if (!found) {
    throw new Error(
      "No Chromium found. Install it (Debian, Ubuntu: apt-get install chromium) or name it in the variable CHROMIUM.",
    );
  }
  return found;
}

/** Starts a browser. It talks to nobody but the pages it opens. */
export function launchBrowser() {
  return chromium.launch({
    executablePath: chromiumPath(),
    args: [
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--font-render-hinting=none",
    ],
  });
}
