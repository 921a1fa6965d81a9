import { Pipe } from 'multiprocessing';
import { PicklingError } from 'pickle';
import { OSError, bytes } from 'builtins';

class Cake {
  name: string;
  layers: string[];

  constructor(name: string, layers: string[]) {
    this.name = name;
    this.layers = layers;
  }

  describe() {
    return `${this.name} with ${this.layers.length} layers`;
  }
}

function announce(cake: Cake) {
  console.log('announced:', cake.describe());
}

if (import.meta.main) {
  const [a, b] = Pipe();

  const cake = new Cake('apple cake', ['dough', 'apples']);
  a.send(cake);
  cake.layers.push('cream');
  const received = b.recv();
  console.log('sent:', cake.describe());
  console.log('received:', received.describe());

  a.send(announce);
  b.recv()(received);

  try {
    a.send(() => 42);
  } catch (error) {
    if (!(error instanceof PicklingError)) throw error;
    console.log('a function without a name does not travel');
  }

  a.sendBytes(bytes('raw'));
  console.log('bytes:', ...b.recvBytes());

  const [reader] = Pipe(false);
  try {
    reader.send('hello');
  } catch (error) {
    if (!(error instanceof OSError)) throw error;
    console.log('wrong way:', error.message);
  }
}
