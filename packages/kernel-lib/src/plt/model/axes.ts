import { quiet } from "../../display/quiet";
import type { Artist, Direction, Frame } from "./artist";
import { Axis } from "./axis";
import type { Label, Suptitle, Written } from "./label";
import { defaultPaint, paint, type Paint } from "../color/color";
import { usualCycle, type CycleEntry } from "../color/cycler";
import type { Mappable } from "../color/mapping";
import { Dimension } from "./dimension";
import { Polar, PolarPlane } from "./polar";
import { RadialDimension } from "./radialDimension";
import { linearScale } from "./scales/linear";
import { ThetaDimension } from "./thetaDimension";
import { cellsBox, type Box, type Cells, type SubplotParams } from "./cells";
import type { Legend } from "./legend";
import { boxOf, shownView } from "./aspect";
import { rcParams } from "../rcParams";
import { defaultGrid, readAxisbelow } from "./gridStyle";
import type { Interval } from "./scale";
import { mathtext } from "../text/mathtext";
import { Spine, type Side } from "./spine";
import type { Ticks } from "../ticks/place";

/** There are two colour cycles: lines and histograms share one, the other shapes have the other. */
export type Cycle = "lines" | "patches";

/** What axes know of the figure they are in. */
export interface Canvas {
  readonly axes: AxesBase[];
  /** Those axes that are not in a part of it. */
  readonly ownAxes: AxesBase[];
  /** The axes that pyplot draws on. */
  current?: AxesBase;
  /** Pixels to a point. */
  readonly pt: number;
  /** The room around and between subplots. */
  params: SubplotParams;
  facecolor: Paint;
  title: Suptitle;
  /** Whether its background is another than that of the whole. */
  readonly grounded: boolean;
  /** What is written on it beside axes and title. */
  readonly written: readonly Written[];
  /** What it is a part of. */
  readonly parent?: Canvas;
  /** Axes whose labels along x, along y, or titles are in line. */
  readonly aligned: Aligned;
  /** The legends that are drawn. */
  readonly shownLegends: readonly Legend[];
  pixelSize(): { width: number; height: number };
  /** Where its upper left corner is in the whole, in pixels. */
  corner(): { left: number; top: number };
  /** Takes axes off. */
  drop(axes: AxesBase): void;
  /** Adds axes in cells of a grid, or at a place, and makes them the current ones. */
  makeAxes(place: AxesPlace, traits?: AxesTraits): AxesBase;
}

/** Groups of axes whose labels or titles are in line. */
export type Aligned = Record<Direction | "title", AxesBase[][]>;

/** Where axes are: in cells of a grid, or at a place. */
export type AxesPlace = { cells: Cells } | { box: Box };

/** What new axes are: directions that they have in common with others, and whether these are an angle and a radius. */
export interface AxesTraits {
  x?: Dimension;
  y?: Dimension;
  polar?: boolean;
  facecolor?: Paint;
}

/** A rectangle with an x and a y axis, and what is drawn in it: plain data, which the drawing functions change. */
export class AxesBase {
  readonly xaxis: Axis;
  readonly yaxis: Axis;
  readonly artists: Artist[] = [];
  titleLabels: Record<"left" | "center" | "right", Label> = {
    left: { text: "" },
    center: { text: "" },
    right: { text: "" },
  };
  /** What the function {@link legend} made last. */
  currentLegend?: Legend;
  /** Legends that stay when another is made. */
  readonly keptLegends: Legend[] = [];
  /** What was last drawn by value: a colorbar explains it unless told otherwise. */
  mappable?: Mappable;
  /** Place among axes that lie over each other. */
  zorder = 0;
  /** Whether the axes are drawn at all. */
  visible = true;
  /** Whether frame, ticks and labels are drawn at all. */
  axisOn = true;
  frameOn = true;
  /** The lines of the frame, by side; that of polar axes is called `polar`. */
  readonly spines: Record<Side | "polar", Spine>;
  facecolor: Paint = defaultPaint("axes.facecolor");
  /** Length of a unit of y over that of a unit of x; undefined where the box is filled. */
  aspect?: number;
  /** Whether the grid lies under everything but pictures, under lines, or over everything. */
  axisbelow: boolean | "line" = readAxisbelow("rcParams", rcParams["axes.axisbelow"]);
  /** What gives way to an aspect: the box, or the limits. */
  adjustable: "box" | "datalim" = "box";
  /** What {@link text} measures places in: data, or shares of the axes. */
  readonly transData = "data";
  readonly transAxes = "axes";
  /** Axes that these lie over, sharing one direction. */
  host?: AxesBase;
  /** The cells of a grid that these axes have, where they have some. */
  cells?: Cells;
  /** The part of the cells that is these axes' own: a colorbar takes some of it. */
  within: (box: Box) => Box = (box) => box;
  /** Height over width of the box, whatever the data; undefined where it is filled. */
  boxAspect?: number;
  /** Where a box that an aspect shrinks lies in its place, as shares from the left and the bottom. */
  anchor: readonly [number, number] = [0.5, 0.5];
  /** How x, an angle, and y, a radius, are mapped on polar axes; undefined on others. */
  readonly polar?: Polar;
  private ownCycle?: readonly CycleEntry[];
  private readonly cycles: Record<Cycle, number> = { lines: 0, patches: 0 };

  constructor(
    readonly figure: Canvas,
    /** The place in the figure, before an aspect shrinks it. */
    public position: Box,
    traits: AxesTraits = {},
  ) {
    if (traits.facecolor) this.facecolor = traits.facecolor;
    this.polar = traits.polar ? new Polar() : undefined;
    const theta = traits.x ?? (this.polar ? new ThetaDimension() : new Dimension("x"));
    this.xaxis = new Axis("x", theta);
    this.yaxis = new Axis(
      "y",
      traits.y ?? (this.polar ? new RadialDimension(this.polar, theta) : new Dimension("y")),
    );
    if (this.polar) {
      this.boxAspect = 1;
      this.xaxis.grid = this.yaxis.grid = defaultGrid();
    }
    this.xaxis.dimension.members.push(this);
    this.yaxis.dimension.members.push(this);
    const spine = (side: Side) => new Spine(rcParams[`axes.spines.${side}`]);
    this.spines = {
      left: spine("left"),
      right: spine("right"),
      top: spine("top"),
      bottom: spine("bottom"),
      polar: new Spine(true),
    };
  }

  /** Where angles and radii lie on polar axes, with the limits that they have now; undefined on others. */
  get plane(): PolarPlane | undefined {
    if (!this.polar) return undefined;
    const shown = (direction: Direction) => ({
      scale: this.axisOf(direction).dimension.scale,
      view: this.view(direction),
    });
    return new PolarPlane(this.polar, shown("x"), shown("y"));
  }

  /** Artists in the shape that they are drawn in: on polar axes the one that they have there. */
  get shaped(): Artist[] {
    const { plane } = this;
    return plane ? this.artists.map((artist) => artist.projected?.(plane) ?? artist) : this.artists;
  }

  /** The axis of one direction. */
  axisOf(direction: Direction): Axis {
    return direction === "x" ? this.xaxis : this.yaxis;
  }

  /** The looks that lines and shapes go through. */
  get cycle(): readonly CycleEntry[] {
    return this.ownCycle ?? usualCycle();
  }

  /** Has lines and shapes go through looks from the first on; undefined: those of rcParams. */
  setCycle(cycle: readonly CycleEntry[] | undefined): void {
    this.ownCycle = cycle;
    Object.assign(this.cycles, { lines: 0, patches: 0 });
  }

  /** The next looks of a cycle. */
  nextLooks(cycle: Cycle): CycleEntry {
    const entries = this.cycle;
    return entries[this.cycles[cycle]++ % entries.length];
  }

  /** The next colour of a cycle; black if it has no colours. */
  nextColor(cycle: Cycle): Paint {
    return this.cycle[0].color === undefined
      ? paint("rcParams", "k")
      : (this.nextLooks(cycle).color as Paint);
  }

  /** Adds artists; the limits then follow them in the directions named. */
  add(artists: readonly Artist[], autoscale: readonly Direction[] = ["x", "y"]): void {
    for (const direction of ["x", "y"] as const) {
      if (!autoscale.includes(direction)) this.axisOf(direction).dimension.settle();
    }
    for (const artist of artists) {
      if (artist.label === "") artist.label = `_child${this.artists.length}`;
      artist.owner = this;
      this.artists.push(quiet(artist));
    }
    for (const direction of autoscale) this.axisOf(direction).dimension.requestAutoscale();
  }

  /** The legends that are drawn, the lowest first. */
  get shownLegends(): Legend[] {
    const all = new Set([...this.keptLegends, ...(this.currentLegend ? [this.currentLegend] : [])]);
    return [...all].filter(({ shown }) => shown);
  }

  /** Takes a legend off. */
  dropLegend(legend: Legend): void {
    if (this.currentLegend === legend) this.currentLegend = undefined;
    const at = this.keptLegends.indexOf(legend);
    if (at >= 0) this.keptLegends.splice(at, 1);
  }

  /** Keeps the limits as they are now, before something comes that they are not to follow. */
  settle(): void {
    for (const { dimension } of [this.xaxis, this.yaxis]) dimension.settle();
  }

  /** The limits of one direction, as they are shown: an aspect may widen them. */
  view(direction: Direction): Interval {
    return shownView(this, direction);
  }

  /** The cells that the axes have, as a place in the figure. */
  cellBox(): Box {
    return this.cells ? cellsBox(this.cells, this.figure.params) : this.position;
  }

  /** The place in the figure that is drawn in: with an aspect, as much of {@link position} as fits it. */
  box(): Box {
    return boxOf(this);
  }

  /** Size in pixels. */
  pixelSize(): { width: number; height: number } {
    const box = this.box();
    const { width, height } = this.figure.pixelSize();
    return { width: box.width * width, height: box.height * height };
  }

  /** The ticks of one direction. */
  ticks(direction: Direction): Ticks {
    const axis = this.axisOf(direction);
    const { width, height } = this.pixelSize();
    const length = (direction === "x" ? width : height) / this.figure.pt;
    return axis.dimension.ticks(this.view(direction), axis.tickSpace(length));
  }

  /** What artists need to know to be drawn: sizes are in whole pixels, so that the frame is sharp. */
  frame(interactive = false): Frame {
    const along = ({ dimension, direction, label }: Axis) => ({
      name: mathtext(label.text) || direction,
      scale: dimension.scale,
      view: this.view(direction),
      nonpositive: dimension.nonpositive,
      dates: dimension.dates,
    });
    const { width, height } = this.pixelSize();
    const size = { width: Math.round(width), height: Math.round(height), pt: this.figure.pt };
    // What is drawn on polar axes has its place in the square around them, which tells a pointer nothing.
    const square = (name: string) => ({ name, scale: linearScale, view: [0, 1] as const });
    return this.polar
      ? { ...size, x: square("x"), y: square("y"), interactive: false }
      : { ...size, x: along(this.xaxis), y: along(this.yaxis), interactive };
  }

  /** Lays new axes over these that share one direction and have the other on the far side. */
  twin(common: Direction): AxesBase {
    const twin = this.figure.makeAxes({ box: this.position }, { [common]: this.axisOf(common).dimension });
    twin.cells = this.cells;
    twin.host = this;
    twin.facecolor = { color: "none", alpha: 0 };
    twin.axisOf(common).visible = false;
    const own = twin.axisOf(common === "x" ? "y" : "x");
    own.side = common === "x" ? "right" : "top";
    return twin;
  }

  /** Has no part any more in directions that others have in common with these. */
  leave(): void {
    for (const { dimension } of [this.xaxis, this.yaxis]) {
      const { members } = dimension;
      if (members.length > 1) members.splice(members.indexOf(this), 1);
    }
  }

  /** Has a direction in common with other axes from now on. */
  share(direction: Direction, other: AxesBase): void {
    const axis = this.axisOf(direction);
    const { dimension } = other.axisOf(direction);
    if (axis.dimension === dimension) return;
    const { members } = axis.dimension;
    members.splice(members.indexOf(this), 1);
    axis.dimension = dimension;
    dimension.members.push(this);
    dimension.requestAutoscale();
  }

  /** Takes everything off the axes and puts their settings back. */
  clear(): void {
    const { figure, position, cells, host } = this;
    const dimensions = [this.xaxis.dimension, this.yaxis.dimension];
    for (const { members } of dimensions) members.splice(members.indexOf(this), 1);
    const shared = { x: dimensions[0], y: dimensions[1] };
    const keep = (["x", "y"] as const).filter((direction) => shared[direction].members.length > 0);
    const fresh = new AxesBase(figure, position, {
      ...Object.fromEntries(keep.map((name) => [name, shared[name]])),
      polar: this.polar !== undefined,
    });
    Object.assign(this, fresh, { cells, host });
    for (const { members } of [this.xaxis.dimension, this.yaxis.dimension]) {
      members.splice(members.indexOf(fresh), 1, this);
    }
  }

  [Symbol.for("nodejs.util.inspect.custom")](): string {
    const { left, bottom, width, height } = this.position;
    return `<Axes: (${[left, bottom, width, height].map((part) => Number(part.toFixed(6))).join(", ")})>`;
  }
}
