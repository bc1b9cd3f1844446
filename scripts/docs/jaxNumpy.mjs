// The page that says which functions of jax.numpy are here, and why the others are not.
import { pageOfNames } from "./names.mjs";

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

export const jaxNumpy = () =>
  pageOfNames({
    of: "jax.numpy",
    here: "np",
    file: "jax-numpy-names",
    reasons,
    example: "take_along_axis",
  });
