import { ConnectionError, ConnectionRefusedError, EOFError, bytes } from 'builtins';
import { BaseManager, type QueueProxy } from 'multiprocessing/managers';
import time from 'time';

class JobManager extends BaseManager {
  declare getJobs: () => QueueProxy<number>;
  declare getResults: () => QueueProxy<string>;
}

JobManager.register('getJobs');
JobManager.register('getResults');

function connect() {
  while (true) {
    const manager = new JobManager({ address: ['localhost', 5000], authkey: bytes('open sesame') });
    try {
      manager.connect();
      return manager;
    } catch (error) {
      if (!(error instanceof ConnectionRefusedError)) throw error;
      time.sleep(0.2);
    }
  }
}

function work(todo: QueueProxy<number>, done: QueueProxy<string>) {
  let finished = 0;
  try {
    while (true) {
      const n = todo.get();
      time.sleep(0.3);
      done.put(`${n} squared is ${n * n}`);
      todo.taskDone();
      finished++;
    }
  } catch (error) {
    if (error instanceof EOFError || error instanceof ConnectionError) return finished;
    throw error;
  }
}

if (import.meta.main) {
  console.log('looking for a server');
  const manager = connect();
  const finished = work(manager.getJobs(), manager.getResults());
  console.log('the server has gone, jobs done here:', finished);
}
