/** The two grammars of the Vega family. */
export type Grammar = "vega" | "vega-lite";

/**
 * The MIME types drawn here. Altair's `mimetype` renderer leaves out the `+`, which is not a registered suffix
 * but is what its notebooks hold.
 */
export const grammars: Readonly<Record<string, Grammar>> = {
  "application/vnd.vegalite.v6+json": "vega-lite",
  "application/vnd.vegalite.v6.json": "vega-lite",
  "application/vnd.vega.v6+json": "vega",
  "application/vnd.vega.v6.json": "vega",
};

/** Lower than text/html's 50: an output that carries both is drawn. */
export const figureRank = 45;
