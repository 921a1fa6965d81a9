/* What the package `multithreading` expects of newer Nodes, in each of its threads. */
import { availableParallelism } from 'node:os';

globalThis.navigator ??= { hardwareConcurrency: availableParallelism() };
Symbol.dispose ??= Symbol('Symbol.dispose');
Symbol.asyncDispose ??= Symbol('Symbol.asyncDispose');
Promise.withResolvers ??= function withResolvers() {
  const deferred = {};
  deferred.promise = new this((resolve, reject) => Object.assign(deferred, { resolve, reject }));
  return deferred;
};
