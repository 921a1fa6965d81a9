import { expect, test } from 'vitest';
import { NETWORK_WINDOW_BYTES, type PageToKernel } from '../../kernel/protocol';
import { MachinePort } from './machine-port';
import { pageNetwork } from './page-network';

/** Two machines of one page, of which the second listens and has taken a call of the first. */
function connected() {
  const network = pageNetwork();
  const toFirst: PageToKernel[] = [];
  const toSecond: PageToKernel[] = [];
  const first = new MachinePort(network, (message) => toFirst.push(message));
  const second = new MachinePort(network, (message) => toSecond.push(message));
  second.receive({ type: 'network/listen', name: 'n' });
  first.receive({ type: 'network/connect', connection: 1, name: 'n' });
  second.receive({ type: 'network/answer', connection: 2, isAccepted: true });
  return { first, second, toFirst, toSecond };
}

const data = (length: number) => ({ kind: 'data', bytes: new Uint8Array(length) }) as const;

test('a call is brought to the listener, and its packets after the answer', () => {
  const { first, toFirst, toSecond } = connected();
  first.receive({ type: 'network/packet', connection: 1, packet: data(3) });
  expect(toFirst).toEqual([{ type: 'network/answer', connection: 1, isAccepted: true }]);
  expect(toSecond).toEqual([
    { type: 'network/listening', name: 'n', isFree: true },
    { type: 'network/incoming', connection: 2, name: 'n' },
    { type: 'network/packet', connection: 2, packet: data(3) },
  ]);
});

test('a machine that sends more than the window is cut off, and the other side is told', () => {
  const { first, toSecond } = connected();
  for (let sent = 0; sent < 2 * NETWORK_WINDOW_BYTES; sent += 65_536) {
    first.receive({ type: 'network/packet', connection: 1, packet: data(65_536) });
  }
  expect(toSecond.slice(-2).map((message) => (message.type === 'network/packet' ? message.packet.kind : ''))).toEqual([
    'end',
    'stop',
  ]);
});

test('when a machine ends, the others hear of the end, and its names are free', () => {
  const { first, second, toFirst } = connected();
  second.close();
  expect(toFirst.slice(-2)).toEqual([
    { type: 'network/packet', connection: 1, packet: { kind: 'end' } },
    { type: 'network/packet', connection: 1, packet: { kind: 'stop' } },
  ]);
  first.receive({ type: 'network/connect', connection: 3, name: 'n' });
  expect(toFirst.at(-1)).toEqual({ type: 'network/answer', connection: 3, isAccepted: false });
});

test('a kernel that numbers its calls wrongly, or twice, is refused', () => {
  const { first, toFirst } = connected();
  first.receive({ type: 'network/connect', connection: 4, name: 'n' });
  expect(toFirst.at(-1)).toEqual({ type: 'network/answer', connection: 4, isAccepted: false });
});
