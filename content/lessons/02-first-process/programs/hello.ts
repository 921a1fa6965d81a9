import { Process } from 'multiprocessing';

function greet(name: string, { greeting = 'Hello', mark = '.' } = {}) {
  console.log(`child: ${greeting}, ${name}${mark}`);
}

if (import.meta.main) {
  const p = new Process({ target: greet, args: ['Ada'] });
  const q = new Process({ target: greet, args: ['Grace'], kwargs: { greeting: 'Welcome', mark: '!' } });
  console.log('parent: nothing runs yet');
  p.start();
  p.join();
  console.log('parent: the first child is done');
  q.start();
  q.join();
  console.log('parent: the second child is done');
}
