/** In place of undici's index, which also loads fetch, WebSocket, caches and mocks: what the client uses. */
const Dispatcher = require('../../../node_modules/undici/lib/dispatcher/dispatcher.js');

// As the index does it.
Dispatcher.prototype.request = require('../../../node_modules/undici/lib/api/api-request.js');

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
