import type { Acceptor, Network } from './network';

/** Connects the machines of one page. */
export function pageNetwork(): Network {
  const acceptors = new Map<string, Acceptor>();
  return {
    listen(name, acceptor, listening) {
      const isFree = !acceptors.has(name);
      if (isFree) acceptors.set(name, acceptor);
      listening(isFree);
    },
    unlisten(name, acceptor) {
      if (acceptors.get(name) === acceptor) acceptors.delete(name);
    },
    connect(name, caller, opened) {
      const acceptor = acceptors.get(name);
      if (acceptor === undefined) opened(null);
      else acceptor(caller, opened);
    },
  };
}
