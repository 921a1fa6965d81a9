import { Array, Value } from 'multiprocessing';
import { IndexError } from 'builtins';

if (import.meta.main) {
  for (const [typecode, number] of [['i', 2 ** 31], ['B', 256], ['B', -1], ['b', 200], ['f', 0.1], ['d', 0.1]] as const) {
    console.log(`${typecode}: ${number} becomes ${new Value(typecode, number).value}`);
  }
  try {
    new Value('i', 1.5);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    console.log('i: 1.5 is refused');
  }
  const a = new Array('i', [10, 20, 30]);
  try {
    a[3] = 40;
  } catch (error) {
    if (!(error instanceof IndexError)) throw error;
    console.log('a[3]:', error.message);
  }
}
