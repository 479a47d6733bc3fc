/** In place of undici's HTTP/2, which the client switches off: it would load node:http2 at every start. */
module.exports = function connectH2() {
  throw new Error('This bundle has no HTTP/2');
};
