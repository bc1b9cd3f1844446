module.exports = {
  // Vega is one large file on purpose, loaded with the first figure; the builder's advice on size is about first loads.
  performance: { hints: false },
  node: { __filename: false },
  // The library asks for Node's modules only where it runs on Node: in a page it must find no `require`.
  plugins: [
    {
      apply(compiler) {
        const { DefinePlugin } = compiler.webpack;
        new DefinePlugin({ "typeof require": JSON.stringify("undefined") }).apply(compiler);
      },
    },
  ],
  module: {
    rules: [
      { test: /[\\/]dist[\\/]browser\.mjs$/, parser: { requireAsExpression: false, requireDynamic: false } },
    ],
  },
};
