import { AxesImage } from "../src/plt/artists/image";
import { ContourSet } from "../src/plt/artists/contours";
import type { Artist } from "../src/plt/model/artist";
import { QuadMesh } from "../src/plt/artists/mesh";
import type { AxesBase as Axes } from "../src/plt/model/axes";
import type { FigureBase as Figure } from "../src/plt/model/figure";
import { gridZorder } from "../src/plt/model/gridStyle";
import { axesRoom, figureRoom, layoutLegend, type LegendRoom } from "../src/plt/legend/layout";
import type { Legend } from "../src/plt/model/legend";
import { sides } from "../src/plt/model/spine";
import { spineInset } from "../src/plt/spec/spines";
import { panelsOf } from "../src/plt/spec/panels";
import { shownTicks } from "../src/plt/spec/shownTicks";
import { mathtext } from "../src/plt/text/mathtext";
import { compareAligned } from "./comparison.aligned";
import { compareDrawing } from "./comparison.drawing";
import { compareTables } from "./comparison.table";
import { colorsDiffer } from "./comparison.paint";
import type { MplArtist, MplAxes, MplAxis, MplFigure, MplLegend } from "./matplotlib";
import type { DrawnMark, Drawing } from "./scene";

/** Takes note of what differs. */
export class Differences {
  readonly list: string[] = [];

  constructor(readonly prefix = "") {}

  same(what: string, ours: unknown, theirs: unknown): void {
    if (JSON.stringify(ours) !== JSON.stringify(theirs)) {
      this.list.push(
        `${this.prefix}${what}: ours ${JSON.stringify(ours)}, matplotlib's ${JSON.stringify(theirs)}`,
      );
    }
  }

  near(what: string, ours: readonly number[], theirs: readonly number[], tolerance: number): void {
    const close =
      ours.length === theirs.length && ours.every((value, k) => Math.abs(value - theirs[k]) <= tolerance);
    if (!close) this.same(what, ours.map(round), theirs.map(round));
  }

  add(text: string): void {
    this.list.push(this.prefix + text);
  }
}

const round = (value: number) => Number(value.toPrecision(8));
const textsOf = (marks: readonly DrawnMark[]) =>
  marks.filter(({ type }) => type === "text").flatMap(({ items }) => items.map(({ text }) => text));
const plain = (text: string) => mathtext(text.replace(/\\mathdefault/g, ""));

/** Compares a figure, and what it draws, with matplotlib's numbers; gives what differs. */
export function compareFigure(figure: Figure, theirs: MplFigure, drawing: Drawing): string[] {
  const found = new Differences();
  const { width, height } = figure.pixelSize();
  found.near("figure size", [width, height], theirs.size, 0.01);
  const [lastLegend, ...earlier] = [...figure.legends].reverse();
  compareLegends([...earlier.reverse(), lastLegend], figureRoom(figure), theirs, [0, 0], found);
  found.same("number of axes", figure.axes.length, theirs.axes.length);
  found.same("suptitle", plain(figure.title.text), plain(theirs.suptitle?.text ?? ""));
  compareParts(figure, theirs, found);
  const list = theirs.axes.flatMap((axes, k) => {
    const ours = figure.axes[k];
    return ours ? compareAxes(ours, axes, `axes ${k}: `) : [];
  });
  const marks = figure.axes.length === theirs.axes.length ? compareDrawing(theirs, drawing.marks) : [];
  const written = new Set([...drawing.titles, ...textsOf(drawing.marks)]);
  const titles = theirs.axes.flatMap((axes) => Object.values(axes.titles).map(({ text }) => plain(text)));
  found.same(
    "titles that are not drawn",
    titles.filter((text) => !written.has(text)),
    [],
  );
  const shown = (axes: MplAxes) => [axes.x, axes.y].filter(({ visible }) => visible && axes.frame);
  const straight = theirs.axes.filter(({ polar }) => !polar);
  const labels = straight
    .flatMap((axes) => shown(axes).flatMap(({ labels: own, minorLabels = [] }) => [...own, ...minorLabels]))
    .filter(Boolean);
  // Minor ticks of a logarithmic axis of less than a decade have labels, too, which matplotlib lists elsewhere.
  const minor = theirs.axes.some((axes) => shown(axes).some(({ scale }) => /^log/.test(scale)));
  if (!minor) found.same("tick labels drawn", [...drawing.tickLabels].sort(), labels.map(plain).sort());
  return [...found.list, ...list, ...marks];
}

/** Compares the places and backgrounds of a figure's parts. */
function compareParts(figure: Figure, theirs: MplFigure, found: Differences): void {
  const ours = panelsOf(figure).slice(1);
  found.same("number of parts", ours.length, theirs.parts?.length ?? 0);
  theirs.parts?.forEach(({ box, face }, k) => {
    const part = ours[k];
    if (!part) return;
    const { left, top } = part.corner();
    const { width, height } = part.pixelSize();
    found.near(`part ${k}: box`, [left, top, width, height], box, 0.51);
    const filled = "filled" in part && part.filled === true;
    if (colorsDiffer(filled ? part.facecolor.color : undefined, face)) {
      found.add(`part ${k}: ours ${part.facecolor.color}, matplotlib's ${face}`);
    }
  });
}

function compareAxes(axes: Axes, theirs: MplAxes, prefix: string): string[] {
  const found = new Differences(prefix);
  const { width, height } = axes.figure.pixelSize();
  const box = axes.box();
  const corner = axes.figure.corner();
  const drawn = [
    corner.left + box.left * width,
    corner.top + (1 - box.bottom - box.height) * height,
    box.width * width,
    box.height * height,
  ];
  if (!theirs.secondary) found.near("box", drawn, theirs.box, 0.51);
  for (const direction of ["x", "y"] as const) compareAxis(axes, direction, theirs[direction], theirs, found);
  found.same("frame", axes.axisOn && axes.frameOn, theirs.frame);
  // The frame of a colorbar is no spine to matplotlib.
  if (theirs.frame && !theirs.colorbar) {
    const ours = (theirs.polar ? (["polar"] as const) : sides).filter((side) => axes.spines[side].visible);
    // The straight sides of a part of a circle come and go with its arc.
    const wanted = theirs.spines.filter((side) => !["start", "end", "inner"].includes(side));
    found.same("spines", [...ours].sort(), wanted.sort());
  }
  for (const side of Object.keys(theirs.spinesMoved) as (keyof typeof theirs.spinesMoved)[]) {
    const [left, top, across, down] = theirs.box;
    const inset = spineInset(axes, side);
    const at = {
      left: left + inset,
      right: left + across - inset,
      top: top + inset,
      bottom: top + down - inset,
    }[side];
    found.near(`place of the ${side} spine`, [at], [theirs.spinesMoved[side] as number], 0.51);
  }
  for (const place of ["left", "center", "right"] as const) {
    found.same(
      `${place} title`,
      plain(axes.titleLabels[place].text),
      plain(theirs.titles[place]?.text ?? ""),
    );
  }
  const last = axes.currentLegend;
  const legends = [...axes.keptLegends.filter((legend) => legend !== last), last];
  compareLegends(legends, axesRoom(axes), theirs, theirs.box, found);
  compareAligned(axes, theirs, found);
  compareTables(axes, theirs, found);
  const special = axes.artists.filter(isByValue);
  theirs.artists
    .filter(({ kind }) => byValueKinds.includes(kind))
    .forEach((artist, k) => {
      const ours = special[k];
      if (ours) compareByValue(ours, artist, found, `${artist.kind} ${k}`);
      else if (!theirs.colorbar) found.add(`${artist.kind} ${k} is missing`);
    });
  return found.list;
}

function compareAxis(
  axes: Axes,
  direction: "x" | "y",
  theirs: MplAxis,
  whole: MplAxes,
  found: Differences,
): void {
  const axis = axes.axisOf(direction);
  // The limits across a colorbar or a secondary axis are nobody's concern.
  if ((whole.colorbar || whole.secondary) && theirs.ticks.length === 0) return;
  const { dimension } = axis;
  const span = Math.abs(theirs.limits[1] - theirs.limits[0]);
  const byPlace = dimension.fixedTicks !== undefined && whole.colorbar;
  if (!byPlace) {
    const logarithmic = theirs.scale === "log";
    const ends = (limits: readonly number[]) => (logarithmic ? limits.map(Math.log10) : [...limits]);
    const tolerance = logarithmic ? 1e-5 : 2e-6 * span;
    // matplotlib keeps the limits of a secondary axis in rising order, whichever way its numbers run.
    const ordered = (limits: number[]) => (whole.secondary ? limits.sort((a, b) => a - b) : limits);
    found.near(
      `${direction} limits`,
      ordered(ends(axes.view(direction))),
      ordered(ends(theirs.limits)),
      tolerance,
    );
  }
  found.same(
    `${direction} scale`,
    dimension.scale.name,
    whole.colorbar ? dimension.scale.name : theirs.scale,
  );
  if (!whole.frame || !theirs.visible) return;
  const shown = shownTicks(axes, direction, axes.ticks(direction));
  const major = shown.filter(({ minor }) => !minor);
  if (byPlace) found.same(`${direction} ticks`, major.length, theirs.ticks.length);
  else {
    const sorted = (ticks: number[]) => [...ticks].sort((a, b) => a - b);
    const tolerance =
      theirs.scale === "log" ? 1e-6 * Math.max(...theirs.ticks.map(Math.abs), 0) : 2e-6 * span;
    found.near(
      `${direction} ticks`,
      sorted(major.map(({ value }) => value)),
      sorted(theirs.ticks),
      tolerance,
    );
  }
  const labels = axis.style.labels ? major.map(({ label }) => plain(label)) : [];
  const order =
    theirs.limits[0] > theirs.limits[1] ? (list: string[]) => [...list].sort() : (list: string[]) => list;
  found.same(`${direction} tick labels`, order(labels), order(theirs.labels.map(plain)));
  const minor = shown.length - major.length;
  if (!whole.colorbar) found.same(`${direction} minor ticks`, minor, theirs.minor);
  found.same(`${direction} offset`, plain(axes.ticks(direction).offset), plain(theirs.offset));
  found.same(`${direction} label`, plain(axis.label.text), plain(theirs.label?.text ?? ""));
  if (theirs.gridZorder !== null)
    found.same(`${direction} zorder of the grid`, gridZorder(axes), theirs.gridZorder);
  found.same(`${direction} grid`, axis.grid !== undefined && axis.grid.which !== "minor", theirs.grid);
  if (theirs.tickSize !== null && labels.length > 0) {
    found.near(`${direction} tick label size`, [axis.labelSize * axes.figure.pt], [theirs.tickSize], 0.01);
  }
}

/** Compares legends: the last one, and those before it. */
function compareLegends(
  ours: readonly (Legend | undefined)[],
  room: LegendRoom,
  theirs: { legend: MplLegend | null; otherLegends?: MplLegend[] },
  corner: readonly number[],
  found: Differences,
): void {
  const wanted = theirs.otherLegends ?? [];
  compareLegend(ours[ours.length - 1], room, theirs.legend, corner, found);
  found.same("number of other legends", ours.length - 1, wanted.length);
  wanted.forEach((legend, k) => compareLegend(ours[k], room, legend, corner, found));
}

function compareLegend(
  ours: Legend | undefined,
  room: LegendRoom,
  legend: MplLegend | null,
  [left, top]: readonly number[],
  found: Differences,
): void {
  found.same("has a legend", ours !== undefined, legend !== null);
  if (!ours || !legend) return;
  found.same("legend texts", ours.getTexts().map(plain), legend.texts.map(plain));
  found.same("legend title", plain(ours.title.text), plain(legend.title));
  found.same("legend frame", ours.style.frameon, legend.frame);
  if (legend.texts.length === 0) return;
  const layout = layoutLegend(ours, room);
  if (legend.loc !== null) found.same("legend place", layout.code, legend.loc);
  found.near("legend text size", [ours.style.fontsize * room.pt], [legend.size ?? 0], 0.01);
  const { rect } = layout;
  // matplotlib rounds the width of every letter to whole pixels: a legend is up to a twentieth wider for it.
  const placed = [left + rect.left, top + rect.top, rect.width, rect.height];
  found.near("legend box", placed, legend.box, Math.max(4, 0.05 * legend.box[2]));
}

const byValueKinds = ["image", "quadmesh", "quadcontourset", "tricontourset", "hexagons", "triangles"];
type ByValue = AxesImage | QuadMesh | ContourSet;
const isByValue = (artist: Artist): artist is ByValue & Artist =>
  artist instanceof AxesImage || artist instanceof QuadMesh || artist instanceof ContourSet;

function compareByValue(ours: ByValue, theirs: MplArtist, found: Differences, name: string): void {
  if (ours instanceof AxesImage) {
    found.same(`${name} shape`, [ours.image.height, ours.image.width], theirs.shape?.slice(0, 2));
    found.near(`${name} extent`, ours.extent, theirs.extent ?? [], 1e-6);
    if (theirs.clim) found.near(`${name} clim`, ours.getClim(), theirs.clim, 1e-6);
    const { width, height, values, colors } = ours.image;
    [0, width - 1, width * (height - 1), width * height - 1].forEach((at, k) => {
      const color = values
        ? (ours.mapping.color(values[at]) ?? "#000000")
        : `#${[...(colors as Uint8Array).subarray(4 * at, 4 * at + 3)].map((c) => c.toString(16).padStart(2, "0")).join("")}`;
      const wanted = `#${(theirs.corners?.[k] ?? []).map((c) => c.toString(16).padStart(2, "0")).join("")}`;
      if (colorsDiffer(color, wanted))
        found.add(`${name} corner ${k}: ours ${color}, matplotlib's ${wanted}`);
    });
    return;
  }
  const colors =
    ours instanceof QuadMesh
      ? [...ours.values].map((value) => ours.mapping.color(value))
      : ours.styles.map(({ paint }) => (paint.color === "ink" ? "#000000" : paint.color));
  const wanted = (ours instanceof ContourSet && !ours.filled ? theirs.edges : theirs.faces) ?? [];
  colors.forEach((color, k) => {
    const color_ = wanted[k % Math.max(1, wanted.length)];
    if (colorsDiffer(color, color_)) found.add(`${name} colour ${k}: ours ${color}, matplotlib's ${color_}`);
  });
  if (ours instanceof ContourSet) found.near(`${name} levels`, ours.levels, theirs.levels ?? [], 1e-9);
}
