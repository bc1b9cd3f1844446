import { named } from "../../array/named";
import * as figureKinds from "../figureKinds";
import * as kinds from "../kinds";
import { onCurrentAxes, onCurrentFigure } from "../state/current";
import * as settings from "../settings";
import type { Methods } from "./classes";

type Subject = typeof onCurrentAxes | typeof onCurrentFigure;

/** Functions of axes or figures as functions of the current ones. */
function onCurrent<T extends object>(functions: T, onSubject: Subject): Methods<T> {
  const bound = Object.entries(functions).map(([name, run]) => {
    const call = (...args: unknown[]): unknown =>
      onSubject((subject: object) => (run as (...all: unknown[]) => unknown)(subject, ...args));
    return [name, named(name, call)];
  });
  return Object.fromEntries(bound) as Methods<T>;
}

export const {
  acorr,
  annotate,
  arrow,
  autoscale,
  axhline,
  axhspan,
  axis,
  axvline,
  axvspan,
  axline,
  brokenBarh,
  eventplot,
  hist2d,
  hexbin,
  quiver,
  quiverkey,
  stackplot,
  streamplot,
  stairs,
  violinplot,
  angleSpectrum,
  bar,
  barbs,
  barLabel,
  barh,
  boxplot,
  cla,
  clabel,
  cohere,
  contour,
  contourf,
  csd,
  ecdf,
  errorbar,
  explore,
  fill,
  fillBetween,
  fillBetweenx,
  grid,
  groupedBar,
  hist,
  hlines,
  imshow,
  legend,
  locatorParams,
  loglog,
  margins,
  minorticksOff,
  minorticksOn,
  magnitudeSpectrum,
  pcolor,
  pcolormesh,
  phaseSpectrum,
  pie,
  plot,
  psd,
  scatter,
  semilogx,
  semilogy,
  specgram,
  spy,
  stem,
  step,
  table,
  text,
  tickParams,
  ticklabelFormat,
  rgrids,
  thetagrids,
  title,
  tricontour,
  tricontourf,
  tripcolor,
  triplot,
  twinx,
  twiny,
  vlines,
  xcorr,
  xlabel,
  xlim,
  xscale,
  xticks,
  ylabel,
  ylim,
  yscale,
  yticks,
} = onCurrent({ ...kinds, ...settings }, onCurrentAxes);

export const { colorbar, figlegend, figtext, savefig, subplotsAdjust, suptitle, tightLayout } = onCurrent(
  figureKinds,
  onCurrentFigure,
);
