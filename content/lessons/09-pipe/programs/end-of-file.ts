import { Pipe, Process } from 'multiprocessing';
import type { Connection } from 'multiprocessing/connection';
import { EOFError } from 'builtins';

function count(writer: Connection<number>) {
  for (let n = 1; n < 4; n++) {
    writer.send(n);
  }
  writer.close();
}

function readAll(reader: Connection<number>) {
  while (true) {
    if (!reader.poll(2)) {
      console.log('  two seconds of silence, I give up');
      break;
    }
    try {
      console.log('  got', reader.recv());
    } catch (error) {
      if (!(error instanceof EOFError)) throw error;
      console.log('  end of file');
      break;
    }
  }
}

function run(title: string, closeOurs: boolean) {
  console.log(title);
  const [reader, writer] = Pipe<number>(false);
  const p = new Process({ target: count, args: [writer] });
  p.start();
  if (closeOurs) writer.close();
  p.join();
  readAll(reader);
}

if (import.meta.main) {
  run('we keep our writing end', false);
  run('we close our writing end', true);
}
