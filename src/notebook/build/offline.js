// Preloaded (NODE_OPTIONS=--import=…/src/notebook/build/offline.js) where nothing may ask the network for anything.
// Every connection passes through these three functions; loopback and local sockets stay allowed.
import dgram from "node:dgram";
import net from "node:net";

const loopback = /^(127(\.\d+){3}|localhost|::1|\[::1\]|::ffff:127(\.\d+){3})$/i;

/** @param {string} target */
function refuse(target) {
  // The process ends red even where the caller swallows the error, as telemetry and update checks do.
  process.on("exit", () => {
    process.exitCode = 1;
  });
  const error = new Error(`offline: a request to ${target} was refused; this build must not use the network`);
  console.error(error.message);
  throw error;
}

const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = /** @type {typeof connect} */ (
  function (/** @type {any[]} */ ...args) {
    const [first, second] = Array.isArray(args[0]) ? args[0] : args;
    const options =
      typeof first === "object" ? first : { port: first, host: typeof second === "string" ? second : "localhost" };
    const isLocalSocket = typeof options.path === "string" || Number.isNaN(Number(options.port));
    const host = options.host ?? "localhost";
    if (!isLocalSocket && !loopback.test(host)) refuse(`${host}:${options.port}`);
    return Reflect.apply(connect, this, args);
  }
);

const send = dgram.Socket.prototype.send;
dgram.Socket.prototype.send = /** @type {typeof send} */ (
  function (/** @type {any[]} */ ...args) {
    const host = args.findLast((argument) => typeof argument === "string") ?? "localhost";
    if (!loopback.test(host)) refuse(host);
    return Reflect.apply(send, this, args);
  }
);

const fetchLocally = globalThis.fetch;
globalThis.fetch = async (input, init) => {
  const { protocol, hostname, href } = new URL(input instanceof Request ? input.url : input);
  if (protocol.startsWith("http") && !loopback.test(hostname)) refuse(href);
  return fetchLocally(input, init);
};
