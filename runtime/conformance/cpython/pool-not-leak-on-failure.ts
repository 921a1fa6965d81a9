import { OSError } from 'builtins';
import mp from 'multiprocessing';
import { assertEqual, assertFalse, assertRaisesRegex } from './assertions';

let willFailIn = 3;
const forked: FailingForkProcess[] = [];

/** Seems to start, and the fourth time cannot. */
class FailingForkProcess {
  name = 'Fake Process';
  exitcode: number | null = null;
  daemon = false;
  state: 'started' | 'stopping' | 'stopped' | null = null;

  constructor() {
    forked.push(this);
  }

  start(): void {
    if (willFailIn <= 0) throw new OSError('Manually induced OSError');
    willFailIn -= 1;
    this.state = 'started';
  }

  terminate(): void {
    this.state = 'stopping';
  }

  join(): void {
    if (this.state === 'stopping') this.state = 'stopped';
  }

  isAlive(): boolean {
    return this.state === 'started' || this.state === 'stopping';
  }
}

export function testReleaseUnusedProcesses(): void {
  const context = { Process: FailingForkProcess as unknown as typeof mp.Process<unknown[]> };
  assertRaisesRegex(OSError, /Manually induced OSError/, () => {
    const p = new mp.Pool({ processes: 5, context });
    p.close();
    p.join();
  });
  assertEqual(forked.length, 4);
  assertFalse(forked.some((process) => process.isAlive()));
}
