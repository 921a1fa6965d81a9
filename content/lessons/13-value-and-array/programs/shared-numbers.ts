import { Array, Process, Value } from 'multiprocessing';

function work(number: Value<'d'>, squares: Array<'i'>) {
  number.value = 3.5;
  for (let i = 0; i < squares.length; i++) {
    squares[i] = i * i;
  }
}

if (import.meta.main) {
  const number = new Value('d', 0.5);
  const squares = new Array('i', 6);
  console.log('before:', number.value, '|', ...squares);
  const p = new Process({ target: work, args: [number, squares] });
  p.start();
  p.join();
  console.log('after:', number.value, '|', ...squares);
  console.log('a part:', ...squares.slice(2, 5));
}
