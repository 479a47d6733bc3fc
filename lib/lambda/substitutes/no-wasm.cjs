/** In place of undici's parser for processors without SIMD: those of Lambda have it. */
module.exports = undefined;
