// The pages of docs/api, and what else the documentation shows, by name.
import { activations } from "./activations.mjs";
import { flaxLinen } from "./flaxLinen.mjs";
import { jaxNumpy } from "./jaxNumpy.mjs";
import { kernel } from "./kernel.mjs";
import { matplotlib } from "./matplotlib.mjs";
import { optaxNames } from "./optaxNames.mjs";
import { plt } from "./plt.mjs";
import { data, flax, jax, lax, nn, np, optax, scipy } from "./reference.mjs";
import { widgets } from "./widgets.mjs";

/** Drives a browser, whose tools are installed by the set-up only. */
const extension = async () => (await import("./extension.mjs")).extension();
const lesson = async () => (await import("./lesson.mjs")).lesson();

export const pages = {
  activations,
  nn,
  np,
  "jax-numpy": jaxNumpy,
  jax,
  lax,
  scipy,
  "flax-linen": flaxLinen,
  "optax-names": optaxNames,
  optax,
  data,
  flax,
  plt,
  "plt-names": matplotlib,
  widgets,
  kernel,
  extension,
};
export const builders = { ...pages, lesson };
