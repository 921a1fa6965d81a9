import { Process, currentProcess } from 'multiprocessing';

function leaf() {
  console.log(`    ${currentProcess().name} is running`);
}

function branch() {
  console.log(`  ${currentProcess().name} is running`);
  for (let i = 0; i < 2; i++) {
    const p = new Process({ target: leaf });
    p.start();
    p.join();
  }
}

if (import.meta.main) {
  const first = new Process({ target: branch });
  const second = new Process({ name: 'mailer', target: branch });
  const third = new Process({ target: branch });
  for (const p of [third, second, first]) {
    console.log(`starting ${p.name}`);
    p.start();
    p.join();
  }
}
