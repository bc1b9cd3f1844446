export * from "./plt/artists/line";
export { Circle, Ellipse, Rectangle, Wedge } from "./plt/artists/patches";
export { Polygon } from "./plt/artists/polygon";
export { Axes, Figure, SubFigure } from "./plt/bound/classes";
export * from "./plt/bound/pyplot";
export * from "./plt/model/legend";
export * from "./plt/pyplot";
export * from "./plt/rcParams";
