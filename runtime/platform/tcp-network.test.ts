import { expect, test } from 'vitest';
import type { NetworkPacket } from '../kernel/protocol';
import type { Wire } from '../page/network/network';
import { tcpNetwork } from './tcp-network';

const NAME = 'inet:127.0.0.1:38517';

test('bytes go both ways over loopback, are acknowledged, and end', async () => {
  const [here, there] = [tcpNetwork(), tcpNetwork()];
  const atListener: NetworkPacket[] = [];
  const atCaller: NetworkPacket[] = [];
  const callers: Wire[] = [];
  const acceptor = (caller: Wire, answer: (callee: Wire | null) => void) => {
    callers.push(caller);
    answer((packet) => atListener.push(packet));
  };
  expect(await new Promise((resolve) => there.listen(NAME, acceptor, resolve))).toBe(true);
  expect(await new Promise((resolve) => here.listen(NAME, acceptor, resolve))).toBe(false);
  const callee = await new Promise<Wire | null>((resolve) => here.connect(NAME, (packet) => atCaller.push(packet), resolve));
  callee?.({ kind: 'data', bytes: Uint8Array.of(1, 2, 3) });
  callee?.({ kind: 'end' });
  await expect.poll(() => atListener.slice(0, 2)).toEqual([{ kind: 'data', bytes: Uint8Array.of(1, 2, 3) }, { kind: 'end' }]);
  expect(atCaller).toContainEqual({ kind: 'taken', count: 3 });
  callers[0]?.({ kind: 'data', bytes: Uint8Array.of(4) });
  callers[0]?.({ kind: 'end' });
  await expect.poll(() => atCaller).toContainEqual({ kind: 'data', bytes: Uint8Array.of(4) });
  await expect.poll(() => atCaller.at(-1)).toEqual({ kind: 'stop' });
  there.unlisten(NAME, acceptor);
  expect(await new Promise((resolve) => here.connect(NAME, () => undefined, resolve))).toBeNull();
});
