import { bytes } from 'builtins';
import { BaseManager, type QueueProxy } from 'multiprocessing/managers';
import { Queue } from 'queue';

const jobs = new Queue<number>();
const results = new Queue<string>();

function getJobs() {
  return jobs;
}

function getResults() {
  return results;
}

class JobManager extends BaseManager {
  declare getJobs: () => QueueProxy<number>;
  declare getResults: () => QueueProxy<string>;
}

JobManager.register('getJobs', { callable: getJobs });
JobManager.register('getResults', { callable: getResults });

if (import.meta.main) {
  const manager = new JobManager({ address: ['localhost', 5000], authkey: bytes('open sesame') });
  manager.start();
  const todo = manager.getJobs();
  const done = manager.getResults();
  for (let n = 1; n <= 6; n++) todo.put(n);
  console.log('six jobs are waiting at localhost:5000');
  for (let i = 0; i < 6; i++) console.log(done.get());
  todo.join();
  manager.shutdown();
  console.log('closed');
}
