// Finds and starts the system's Chromium: nothing is downloaded.
import { existsSync } from "node:fs";
import { chromium } from "playwright-core";

const places = [
  process.env.CHROMIUM,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** The path of a Chromium or Chrome. */
export function chromiumPath() {
  const found = places.find((place) => place && existsSync(place));
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
