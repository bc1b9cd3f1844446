import { ndarray } from "../array/ndarray";
import { classified, unpacked, type Bunch } from "./packed";
import { packedDigits } from "./packedDigits";

/** What {@link digits} gives. */
export interface Digits extends Bunch {
  /** The images: 8 rows of 8 pixels, from 0 (paper) to 16 (ink). */
  readonly images: ndarray;
}

let loaded: Digits | undefined;

/**
 * Gives 1797 handwritten digits of 8 × 8 pixels: scikit-learn's `load_digits`. They come with the library.
 *
 * The pixels are whole numbers from 0 to 16; divide by 16 before training. They are the test set of the UCI repository's
 * "Optical Recognition of Handwritten Digits" (E. Alpaydin and C. Kaynak, 1998, CC BY 4.0).
 *
 * @returns `data` of shape `[1797, 64]`, `images` of shape `[1797, 8, 8]`, `target`, and names.
 * @see https://scikit-learn.org/stable/modules/generated/sklearn.datasets.load_digits.html
 * @example
 * const { images, target } = data.digits();
 * images.shape; // [1797, 8, 8]
 */
export function digits(): Digits {
  return (loaded ??= load());
}

function load(): Digits {
  const { target, rows } = packedDigits();
  const [classes, pixels] = [target, rows].map(unpacked);
  const places = [...classes.keys()].sort((a, b) => classes[a] - classes[b] || a - b);
  const data = new Float32Array(pixels.length);
  places.forEach((place, i) => {
    for (let pixel = 0; pixel < 64; pixel++) data[place * 64 + pixel] = pixels[pixel * classes.length + i];
  });
  return {
    ...classified(classes, data, 64),
    images: new ndarray(data, [classes.length, 8, 8], "float32"),
    targetNames: Array.from({ length: 10 }, (_, digit) => String(digit)),
    featureNames: Array.from({ length: 64 }, (_, i) => `pixel_${i >> 3}_${i & 7}`),
    description:
      "Optical Recognition of Handwritten Digits, test set. E. Alpaydin, C. Kaynak, 1998. UCI Machine Learning " +
      "Repository, CC BY 4.0; as packed by scikit-learn, BSD-3-Clause.",
  };
}
