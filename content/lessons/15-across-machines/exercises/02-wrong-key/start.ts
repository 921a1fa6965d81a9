import { Process } from 'multiprocessing';
import { Client, Listener } from 'multiprocessing/connection';
import { bytes } from 'builtins';

const address: [string, number] = ['localhost', 6002];

function visit() {
  const door = Client<string>(address, { authkey: bytes('guess') });
  door.send('good evening');
  door.close();
}

if (import.meta.main) {
  const house = new Listener(address, { authkey: bytes('lemon') });
  const visitor = new Process({ name: 'visitor', target: visit });
  visitor.start();
  const guest = house.accept();
  console.log('the visitor says:', guest.recv());
  visitor.join();
  house.close();
}
