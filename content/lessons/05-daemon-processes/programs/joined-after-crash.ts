import { Process } from 'multiprocessing';
import { RuntimeError } from 'builtins';
import time from 'time';

function deliver() {
  time.sleep(1);
  console.log('courier: delivered');
}

if (import.meta.main) {
  const courier = new Process({ target: deliver });
  courier.start();
  console.log('parent: about to fail');
  throw new RuntimeError('the parent has failed');
}
