module.exports = {
  // The workers' files are large, and loaded when a kernel starts; the builder's advice on size is about first loads.
  performance: { hints: false },
  module: {
    rules: [
      {
        test: /[\\/]lite[\\/]dist[\\/]/,
        type: "asset/resource",
        generator: { filename: "workers/[name].[contenthash][ext]" },
      },
    ],
  },
  plugins: [
    {
      apply(compiler) {
        const { webpack, options } = compiler;
        // What build.mjs writes into the workers.
        new webpack.DefinePlugin({ tslinenVersions: process.env.TSLINEN_VERSIONS }).apply(compiler);
        // The workers' files are minified already, and their functions are to keep their names.
        options.optimization.minimizer = [new webpack.SwcJsMinimizerRspackPlugin({ exclude: /^workers\// })];
      },
    },
  ],
};
