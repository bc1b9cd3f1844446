// Vega is one large file on purpose, loaded with the first figure; the builder's advice on size is about first loads.
module.exports = { performance: { hints: false } };
