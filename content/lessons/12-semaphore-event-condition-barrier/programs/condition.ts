import { Condition, Process, Value } from 'multiprocessing';
import time from 'time';

function customer(wanted: number, flour: Value<'i'>, changed: Condition) {
  {
    using _ = changed.hold();
    changed.waitFor(() => flour.value >= wanted);
    flour.value -= wanted;
  }
  console.log(`  customer: ${wanted} kilos, thank you`);
}

if (import.meta.main) {
  const changed = new Condition();
  const flour = new Value('i', 0);
  const p = new Process({ target: customer, args: [5, flour, changed] });
  p.start();
  for (let i = 0; i < 3; i++) {
    time.sleep(0.5);
    using _ = changed.hold();
    flour.value += 2;
    console.log('delivered 2 kilos');
    changed.notifyAll();
  }
  p.join();
  console.log('left:', flour.value);
}
