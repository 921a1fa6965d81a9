import { Pool } from 'multiprocessing';
import { ValueError, range } from 'builtins';

function crack(egg: number) {
  if (egg === 3) throw new ValueError(`egg ${egg} is bad`);
  return egg;
}

function yesOrNo(x: boolean) {
  return x ? 'yes' : 'no';
}

function messageOf(error: unknown) {
  if (!(error instanceof ValueError)) throw error;
  return error.message;
}

if (import.meta.main) {
  using pool = new Pool(2);
  const result = pool.applyAsync(crack, [3]);
  result.wait();
  console.log('ready?', yesOrNo(result.ready()));
  console.log('successful?', yesOrNo(result.successful()));
  try {
    result.get();
  } catch (error) {
    console.log('get:', messageOf(error));
  }

  try {
    console.log(...pool.map(crack, range(1, 6)));
  } catch (error) {
    console.log('map:', messageOf(error));
  }

  const eggs = pool.imap(crack, range(1, 6));
  while (true) {
    try {
      const { value, done } = eggs.next();
      if (done) break;
      console.log('imap:', value);
    } catch (error) {
      console.log('imap:', messageOf(error));
    }
  }
}
