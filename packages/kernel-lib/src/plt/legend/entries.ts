import type { Artist } from "../artists/artist";
import type { Axes } from "../axes";
import type { LegendEntry } from "./legend";

/** What can have an entry: in the order it was drawn, groups such as bars after single artists. */
export const legendArtists = (axes: Axes): Artist[] => {
  const named = axes.artists.filter((artist) => artist.key !== undefined && artist.label !== "_nolegend_");
  return [...named.filter(({ group }) => !group), ...named.filter(({ group }) => group)];
};

/** The entries that follow from labels given to what is drawn. */
export const labelledEntries = (axes: Axes): LegendEntry[] =>
  legendArtists(axes)
    .filter(({ label }) => label !== "" && !label.startsWith("_"))
    .map((artist) => ({ artist, text: artist.label }));
