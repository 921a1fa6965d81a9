import { Process } from 'multiprocessing';

const role = import.meta.main ? 'the program' : 'a child';
console.log(`reading the file as ${role}`);

let mood = 'calm';

function showMood(brought: string) {
  console.log(`child: mood is ${mood}, brought along: ${brought}`);
}

if (import.meta.main) {
  mood = 'excited';
  console.log(`parent: mood is ${mood}`);
  const p = new Process({ target: showMood, args: [mood] });
  p.start();
  p.join();
}
