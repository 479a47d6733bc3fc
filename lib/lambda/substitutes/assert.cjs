/** In place of node:assert: the same function, which loads the module for its error. Undici asserts what never fails. */
module.exports = function assert(value, ...message) {
  if (!value) require('node:assert')(value, ...message);
};
