// The page that says which functions of jax.numpy are here, and why the others are not.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { root } from "../environment.mjs";

const complex = "there are no complex numbers";
const memory = "it reads another library's memory; make an array from a typed array or a list";
const reasons = {
  angle: complex,
  conj: complex,
  conjugate: complex,
  imag: complex,
  iscomplex: complex,
  iscomplexobj: complex,
  isreal: complex,
  isrealobj: complex,
  real: complex,
  roots: complex,
  sort_complex: complex,
  from_dlpack: memory,
  frombuffer: memory,
  fromfile: "read the file with Node's fs, then make an array of its bytes",
  fromiter: "`np.array([...iterable])` does it",
  fromstring: "`np.array(text.split(…).map(Number))` does it",
  frompyfunc: "it wraps Python's functions; `np.vectorize` takes TypeScript's",
  einsum_path: "`np.einsum` finds the order by itself",
  issubdtype: "`np.isdtype` tells the kind of a dtype",
  mask_indices: "`np.nonzero` of a masked matrix does it",
  nextafter: "it counts in steps of the dtype, which no expression knows",
  spacing: "it counts in steps of the dtype, which no expression knows",
  packbits: "arrays of single bits are rare; `np.leftShift` and `np.sum` do it",
  unpackbits: "arrays of single bits are rare; `np.rightShift` and `np.bitwiseAnd` do it",
  printoptions: "`np.setPrintoptions` sets them for good",
};

const camel = (name) => name.replace(/(?<=[A-Za-z0-9])_([a-z0-9])/g, (_, letter) => letter.toUpperCase());

export function jaxNumpy() {
  const { np } = createRequire(import.meta.url)(join(root, "packages/kernel-lib"));
  const names = JSON.parse(readFileSync(join(root, "reference/data/jax-numpy-names.json"), "utf8"));
  const missing = names.filter((name) => !(name in np) && !(camel(name) in np));
  const unexplained = missing.filter((name) => !(name in reasons));
  if (unexplained.length > 0) throw new Error(`jaxNumpy: no reason is given for ${unexplained.join(", ")}`);
  const share = Math.floor((100 * (names.length - missing.length)) / names.length);
  return [
    "# What np has of jax.numpy",
    `Of the ${names.length} public functions of jax.numpy ${names.length - missing.length} are here, ${share} %. Their names are written as in TypeScript, \`np.takeAlongAxis\`, or as in Python, \`np.take_along_axis\`. These are left out:`,
    [
      "| function | why |",
      "| --- | --- |",
      ...missing.map((name) => `| \`${name}\` | ${reasons[name]} |`),
    ].join("\n"),
  ];
}
