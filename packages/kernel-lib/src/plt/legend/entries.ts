import type { Artist } from "../model/artist";
import type { AxesBase } from "../model/axes";
import type { LegendEntry } from "../model/legend";

/** What can have an entry: in the order it was drawn, groups such as bars after single artists. */
export const legendArtists = (axes: AxesBase): Artist[] => {
  const named = axes.artists.filter((artist) => artist.key !== undefined && artist.label !== "_nolegend_");
  return [...named.filter(({ group }) => !group), ...named.filter(({ group }) => group)];
};

/** The entries that follow from labels given to what is drawn. */
export const labelledEntries = (axes: AxesBase): LegendEntry[] =>
  legendArtists(axes)
    .filter(({ label }) => label !== "" && !label.startsWith("_"))
    .map((artist) => ({ artist, text: artist.label }));
