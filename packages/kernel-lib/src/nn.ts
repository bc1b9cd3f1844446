export * from "./jaxNn";
export * from "./nn/module";
export type { ApplyOptions, Rngs, SowOptions, Variable, Variables } from "./nn/moduleTypes";
export type { Initializer, ShapedInitializer } from "./nn/initializer";
export * from "./nn/prelu";
export * as errors from "./nn/errors";
export * from "./nn/dense";
export * from "./nn/denseGeneral";
export * from "./nn/einsum";
export * from "./nn/conv";
export * from "./nn/convTranspose";
export * from "./nn/pooling";
export * from "./nn/embed";
export * from "./nn/batchNorm";
export * from "./nn/layerNorm";
export * from "./nn/groupNorm";
export * from "./nn/masks";
export * from "./nn/attention";
export * from "./nn/multiHeadAttention";
export {
  RNNCellBase,
  type Carry,
  type CellFields,
  type DenseCellFields,
  type GatedCellFields,
} from "./nn/cell";
export * from "./nn/cells";
export * from "./nn/lstmCells";
export * from "./nn/convLSTMCell";
export * from "./nn/rnn";
export * from "./nn/spectralNorm";
export * from "./nn/weightNorm";
export * from "./nn/dropout";
export * from "./nn/sequential";
export * from "./nn/liftedPrograms";
export * from "./nn/liftedVmap";
export * from "./nn/liftedScan";
export { tabulate, type TabulateOptions } from "./nn/tabulate";
export * from "./nn/userActivation";
