import { Event, Process } from 'multiprocessing';
import { Thread } from 'threading';
import time from 'time';
import { assertTrue } from './assertions';

function waitForThreads(event: Event): void {
  const setLater = () => {
    time.sleep(0.5);
    event.set();
  };
  const clearMuchLater = () => {
    time.sleep(20);
    event.clear();
  };
  new Thread({ target: setLater }).start();
  new Thread({ target: clearMuchLater, daemon: true }).start();
}

export function testWaitForThreads(): void {
  const event = new Event();
  const proc = new Process({ target: waitForThreads, args: [event] });
  proc.start();
  proc.join();
  assertTrue(event.isSet());
}
