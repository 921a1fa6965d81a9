import { expect, test } from 'vitest';
import type { NetworkPacket } from '../../kernel/protocol';
import type { Network, Wire } from './network';
import { siteNetwork } from './site-network';

/** Two tabs: each has a channel of its own and sees the other's messages. */
function tabs(): [Network, Network] {
  const name = `test ${crypto.randomUUID()}`;
  return [siteNetwork(name), siteNetwork(name)];
}

function listen(network: Network, name: string, received: NetworkPacket[]): Promise<{ isFree: boolean; caller: Promise<Wire> }> {
  return new Promise((resolve) => {
    const caller = new Promise<Wire>((called) => {
      network.listen(
        name,
        (wire, answer) => {
          answer((packet) => received.push(packet));
          called(wire);
        },
        (isFree) => queueMicrotask(() => resolve({ isFree, caller })),
      );
    });
  });
}

function connect(network: Network, name: string, received: NetworkPacket[]): Promise<Wire | null> {
  return new Promise((resolve) => network.connect(name, (packet) => received.push(packet), resolve));
}

const data: NetworkPacket = { kind: 'data', bytes: Uint8Array.of(1, 2, 3) };

test('tabs call each other by name, and packets go both ways in order', async () => {
  const [here, there] = tabs();
  const atListener: NetworkPacket[] = [];
  const atCaller: NetworkPacket[] = [];
  const { caller } = await listen(there, 'inet:127.0.0.1:5000', atListener);
  await expect.poll(() => connect(here, 'inet:127.0.0.1:5000', atCaller)).not.toBeNull();
  const toCaller = await caller;
  toCaller(data);
  toCaller({ kind: 'end' });
  await expect.poll(() => atCaller).toEqual([data, { kind: 'end' }]);
});

test('a name that another tab has told of is taken, until it is given up', async () => {
  const [here, there] = tabs();
  const accept = () => undefined;
  there.listen('unix:/tmp/a', accept, () => undefined);
  const isFree = () =>
    new Promise<boolean>((resolve) => {
      here.listen('unix:/tmp/a', accept, (free) => {
        if (free) here.unlisten('unix:/tmp/a', accept);
        resolve(free);
      });
    });
  await expect.poll(isFree).toBe(false);
  there.unlisten('unix:/tmp/a', accept);
  await expect.poll(isFree).toBe(true);
});

test('what nobody listens to is refused at once', async () => {
  const [here] = tabs();
  expect(await connect(here, 'inet:127.0.0.1:1', [])).toBeNull();
});
