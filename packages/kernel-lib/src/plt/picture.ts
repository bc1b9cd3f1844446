import { currentHost } from "../display";
import { base64 } from "../files/base64";
import { fileSystem } from "../files/fileSystem";
import { keepCompiled, nodeModules } from "../files/nodeModules";
import { withoutNeedlessClips } from "./svgClips";
import { withLayersInside } from "./svgLayers";
import { textWidth } from "./textMetrics";

/** The parts of Vega and Vega-Lite that a picture needs; their own types want a DOM. */
interface Engine {
  vega: {
    parse(spec: object): object;
    View: new (runtime: object, options: { renderer: "none"; logger: object }) => View;
    SVGStringRenderer: new (loader: unknown) => Renderer & { svg(): string };
    CanvasRenderer: new (loader: unknown) => Renderer;
    textMetrics: { width(item: TextItem, text: string): number };
  };
  vegaLite: { compile(spec: object, options: { logger: object }): { spec: object } };
}

interface Resvg<Options> {
  new (svg: string, options: Options): { render(): { asPng(): Uint8Array } };
}

/** What makes pixels of an SVG document in Node. */
interface Rasterizer {
  render(svg: string, options: object): Uint8Array;
  /** Files of DejaVu Sans: regular, bold, oblique, bold oblique. */
  fontFiles: string[];
}

interface TextItem {
  font?: string;
  fontSize?: number;
  fontWeight?: string | number;
}

interface Padding {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

interface View {
  run(): View;
  finalize(): void;
  loader(): unknown;
  padding(): Padding;
  background(): string;
  scenegraph(): { root: object };
  origin(): [number, number];
  _viewWidth: number;
  _viewHeight: number;
}

/** An image of a scene, as a renderer wants it. */
export interface SceneImage {
  complete: boolean;
  width: number;
  height: number;
  src?: string;
}

/** What draws a scene. */
interface Renderer {
  initialize(
    element: null,
    width: number,
    height: number,
    origin: [number, number],
    scale: number,
    options?: object,
  ): this;
  background(color: string): this;
  render(scene: object): this;
  loadImage(url: string): { then(take: (image: SceneImage) => void): void };
}

/**
 * Loads Vega. Its modules await at their top level and so cannot be required; its single minified file can be evaluated
 * at once, and loads seven times faster.
 */
function loadEngine(): Engine {
  const { files, besides, compile } = fileSystem("pngOf");
  const evaluate = (file: string, known: Record<string, unknown>) => {
    const module = { exports: {} };
    const parameters = ["exports", "module", "require"];
    const run = compile(files.readFileSync(file, "utf8"), parameters, { filename: file });
    run(module.exports, module, (name: string) => known[name]);
    return module.exports;
  };
  const vega = evaluate(besides("vega", "vega.min.js"), {}) as Engine["vega"];
  const vegaLite = evaluate(besides("vega-lite", "vega-lite.min.js"), { vega }) as Engine["vegaLite"];
  vega.textMetrics.width = ({ fontSize = 11, fontWeight }, text) =>
    textWidth(String(text), fontSize, { bold: fontWeight === "bold" || Number(fontWeight) >= 600 });
  return { vega, vegaLite };
}

/**
 * Loads resvg. Its own loader has the engine write a report on the whole process, which takes several milliseconds, only
 * to tell one C library from the other; what it would load for the usual one is tried first.
 */
function rendererOf({ require, requireFrom }: ReturnType<typeof nodeModules>): Rasterizer["render"] {
  const { platform, arch } = (globalThis as unknown as { process: { platform: string; arch: string } })
    .process;
  if (platform === "linux") {
    try {
      const own = `@resvg/resvg-js-linux-${arch}-gnu`;
      const { Resvg } = requireFrom("@resvg/resvg-js")(own) as { Resvg: Resvg<string> };
      return (svg, options) => new Resvg(svg, JSON.stringify(options)).render().asPng();
    } catch {
      // Another C library, or another processor.
    }
  }
  const { Resvg } = require("@resvg/resvg-js") as { Resvg: Resvg<object> };
  return (svg, options) => new Resvg(svg, options).render().asPng();
}

function loadRasterizer(): Rasterizer {
  const node = nodeModules("pngOf");
  const { require, path } = node;
  const fonts = path.join(path.dirname(require.resolve("dejavu-fonts-ttf/package.json")), "ttf");
  return {
    render: rendererOf(node),
    fontFiles: ["", "-Bold", "-Oblique", "-BoldOblique"].map((face) =>
      path.join(fonts, `DejaVuSans${face}.ttf`),
    ),
  };
}

let loaded: Engine | undefined;
const engine = () => (loaded ??= loadEngine());
let rasterizer: Rasterizer | undefined;
const loadedRasterizer = () => (rasterizer ??= loadRasterizer());

function loadAhead(): void {
  try {
    engine();
    loadedRasterizer();
  } catch {
    // The first figure says why; whatever cell runs now has nothing to do with it.
  }
}

// A kernel that loads libraries ahead of the first cell can have the engine ready for the first figure, too.
currentHost().whenIdle?.(loadAhead);

/** Makes a logger for Vega that keeps errors and warnings. */
function collector() {
  const errors: string[] = [];
  const warnings: string[] = [];
  const into = (list?: string[]) =>
    function keep(...parts: unknown[]) {
      list?.push(parts.map((part) => (part instanceof Error ? part.message : String(part))).join(" "));
      return logger;
    };
  const logger = { level: into(), error: into(errors), warn: into(warnings), info: into(), debug: into() };
  return { logger, errors, warnings };
}

/**
 * Compiles a Vega-Lite spec to a Vega spec.
 *
 * @param spec - The Vega-Lite spec.
 * @returns The Vega spec, and the warnings the compiler gave.
 */
export function compileSpec(spec: object): { vega: object; warnings: string[] } {
  const { logger, errors, warnings } = collector();
  const { spec: compiled } = engine().vegaLite.compile(spec, { logger });
  return { vega: compiled, warnings: [...errors, ...warnings] };
}

/** A figure that is laid out, and only has to be drawn. */
interface Scene {
  vega: Engine["vega"];
  view: View;
  width: number;
  height: number;
  origin: [number, number];
}

/** Lays the figure of a spec out. */
export function sceneOf(functionName: string, spec: object): Scene {
  const { vega } = engine();
  const { logger, errors } = collector();
  const view = new vega.View(vega.parse(compileSpec(spec).vega), { renderer: "none", logger }).run();
  if (errors.length > 0) throw new Error(`${functionName}: ${errors.join("; ")}`);
  const { left, right, top, bottom } = view.padding();
  const [x, y] = view.origin();
  return {
    vega,
    view,
    width: Math.max(0, view._viewWidth + left + right),
    height: Math.max(0, view._viewHeight + top + bottom),
    origin: [left + x, top + y],
  };
}

/**
 * Draws a Vega-Lite spec as SVG, synchronously.
 *
 * @param spec - The Vega-Lite spec, with its data inline.
 * @returns The SVG document.
 * @throws Error if the spec fails as it is drawn.
 */
export function svgOf(spec: object): string {
  const { vega, view, width, height, origin } = sceneOf("svgOf", spec);
  const renderer = new vega.SVGStringRenderer(view.loader());
  let images = 0;
  renderer.loadImage = (src) => ({
    then(take) {
      images++;
      take({ complete: true, width: 0, height: 0, src });
    },
  });
  const { root } = view.scenegraph();
  renderer.initialize(null, width, height, origin, 1).background(view.background()).render(root);
  // An image is known to its mark only after the first rendering has asked for it.
  const svg = (images > 0 ? renderer.render(root) : renderer).svg();
  view.finalize();
  return svg;
}

/** How large a picture may be, as in matplotlib. */
const mostPixels = 2 ** 16;

function checkSize(svg: string, scale: number): void {
  const [width, height] = (/^<svg[^>]* width="([^"]*)" height="([^"]*)"/.exec(svg) ?? [])
    .slice(1)
    .map((length) => Math.round(Number(length) * scale));
  if (!(width >= mostPixels || height >= mostPixels)) return;
  throw new RangeError(
    `a figure's picture: expected less than ${mostPixels} pixels in each direction, got ${width} × ${height}; ` +
      "a text far outside of the axes makes it so large",
  );
}

/**
 * Draws an SVG document as PNG, synchronously, in DejaVu Sans.
 *
 * @param svg - The SVG document.
 * @param scale - Pixels of the picture to a pixel of the document. Default: 1.
 * @returns The bytes of the PNG file.
 * @throws RangeError if it would be 2¹⁶ pixels wide or high, or more.
 */
export function rasterize(svg: string, scale = 1): Uint8Array {
  checkSize(svg, scale);
  const { render, fontFiles } = loadedRasterizer();
  const bold = /font-weight="(bold|[6-9]00)"/.test(svg);
  const oblique = /font-style="(italic|oblique)"/.test(svg);
  const family = "DejaVu Sans";
  const options = {
    fitTo: { mode: "zoom", value: scale },
    font: {
      loadSystemFonts: false,
      // Each font costs a millisecond to parse: only those that the text asks for.
      fontFiles: fontFiles.filter((_, face) => (bold || !(face & 1)) && (oblique || !(face & 2))),
      defaultFontFamily: family,
      sansSerifFamily: family,
    },
  };
  // resvg knows the older of the two names that Vega gives to drawing an image's pixels as squares.
  const crisp = withLayersInside(withoutNeedlessClips(svg)).replaceAll("image-rendering: pixelated;", "");
  return render(crisp, options);
}

/**
 * Draws a Vega-Lite spec as PNG, synchronously: the static picture of a figure.
 *
 * @param spec - The Vega-Lite spec, with its data inline.
 * @param scale - Pixels of the picture to a pixel of the figure. Default: 1.
 * @returns The PNG file in base64.
 */
export function pngOf(spec: object, scale = 1): string {
  // Nobody reads what a picture says to those who hear a page, one sentence a point.
  const config = { ...(spec as { config?: object }).config, aria: false };
  const picture = base64(rasterize(svgOf({ ...spec, config }), scale));
  keepCompiled();
  return picture;
}
