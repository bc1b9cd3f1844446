import { sceneOf, type SceneImage } from "./picture";

interface Canvas {
  getContext(kind: "2d"): object;
  convertToBlob(options: { type: string }): Promise<Blob>;
}

/** What a worker of a browser has to draw with; the library's types know no DOM. */
interface BrowserGlobals {
  OffscreenCanvas: new (width: number, height: number) => Canvas;
  createImageBitmap(blob: Blob): Promise<Omit<SceneImage, "complete">>;
}

/**
 * Draws a Vega-Lite spec as PNG on a canvas, where there is no resvg: in the fonts of the browser, and not at once, as
 * browsers take their time to read images.
 *
 * @param spec - The Vega-Lite spec, with its data inline.
 * @param scale - Pixels of the picture to a pixel of the figure.
 * @returns A promise of the bytes of the PNG file.
 */
export async function drawOnCanvas(spec: object, scale: number): Promise<Uint8Array> {
  const { OffscreenCanvas, createImageBitmap } = globalThis as unknown as BrowserGlobals;
  const { vega, view, width, height, origin } = sceneOf("drawOnCanvas", spec);
  const images: Promise<void>[] = [];
  const read = async (src: string): Promise<SceneImage> => {
    const image = await createImageBitmap(await (await fetch(src)).blob());
    return Object.assign(image, { complete: true });
  };
  const draw = (): Canvas => {
    const canvas = new OffscreenCanvas(
      Math.max(1, Math.round(width * scale)),
      Math.max(1, Math.round(height * scale)),
    );
    const renderer = new vega.CanvasRenderer(view.loader());
    renderer.loadImage = (src) => ({
      then: (take) => void images.push(read(src).then(take)),
    });
    renderer
      .initialize(null, width, height, origin, scale, { externalContext: canvas.getContext("2d") })
      .background(view.background())
      .render(view.scenegraph().root);
    return canvas;
  };
  const first = draw();
  // The marks know their images only once these are read.
  await Promise.all(images);
  const canvas = images.length > 0 ? draw() : first;
  view.finalize();
  return new Uint8Array(await (await canvas.convertToBlob({ type: "image/png" })).arrayBuffer());
}
