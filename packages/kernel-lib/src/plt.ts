export * from "./plt/artists/line";
export { LineCollection } from "./plt/artists/lineCollection";
export { Arrow, FancyArrow } from "./plt/artists/arrowPatches";
export { Patch } from "./plt/artists/patch";
export { Arc, Circle, Ellipse, Rectangle, RegularPolygon, Wedge } from "./plt/artists/patches";
export { Polygon } from "./plt/artists/polygon";
export {
  EngFormatter,
  FixedFormatter,
  FormatStrFormatter,
  FuncFormatter,
  NullFormatter,
  PercentFormatter,
  ScalarFormatter,
  StrMethodFormatter,
} from "./plt/ticks/formatters";
export { AutoDateFormatter, ConciseDateFormatter, DateFormatter } from "./plt/ticks/dateFormatters";
export {
  AutoDateLocator,
  DayLocator,
  HourLocator,
  MicrosecondLocator,
  MinuteLocator,
  MonthLocator,
  SecondLocator,
  WeekdayLocator,
  YearLocator,
} from "./plt/ticks/dateLocators";
export { LogLocator } from "./plt/ticks/logLocator";
export {
  AutoLocator,
  AutoMinorLocator,
  FixedLocator,
  LinearLocator,
  MaxNLocator,
  MultipleLocator,
  NullLocator,
} from "./plt/ticks/locators";
export { TickLabel } from "./plt/model/tickLabel";
export { Axes, Figure, SubFigure } from "./plt/bound/classes";
export * from "./plt/bound/pyplot";
export * from "./plt/model/legend";
export * from "./plt/pyplot";
export { rc, rcdefaults, rcParams, type RcParams, type RcValues } from "./plt/rcParams";
