// See serverless.yml: the bundles take this in place of undici's index, which also loads fetch, WebSocket, caches and mocks.
// The paths are relative, because the alias of `undici` would apply to `undici/lib/…` too.

module.exports = {
  Agent: require('../../../node_modules/undici/lib/dispatcher/agent.js'),
  BalancedPool: require('../../../node_modules/undici/lib/dispatcher/balanced-pool.js'),
  Client: require('../../../node_modules/undici/lib/dispatcher/client.js'),
  Pool: require('../../../node_modules/undici/lib/dispatcher/pool.js'),
  // Loaded only where the environment names a proxy.
  get EnvHttpProxyAgent() {
    return require('../../../node_modules/undici/lib/dispatcher/env-http-proxy-agent.js');
  },
};
