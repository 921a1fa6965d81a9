import { endsWell, type ExerciseCheck, printed } from '@/runtime/trace';

export const check: ExerciseCheck = {
  wants: [
    endsWell,
    { wanted: { en: 'No child process is started.', zh: '没有启动子进程。' }, ask: ({ queries }) => queries.ranChildren(0) },
    {
      wanted: { en: 'Four threads run.', zh: '运行四个线程。' },
      ask: ({ queries }) => {
        const count = queries.threadsOf('MainProcess');
        return { yes: count === 4, seen: { en: count === 0 ? 'there was no thread beside the main one' : `there were ${count}`, zh: count === 0 ? '除了主线程，没有别的线程' : `有 ${count} 个` } };
      },
    },
    {
      wanted: { en: 'The sleeps overlap.', zh: '各次睡眠重叠在一起。' },
      ask: ({ queries }) => {
        const sleeps = (queries.process('MainProcess')?.waits ?? []).filter(({ reason }) => reason === 'sleep');
        const from = Math.min(...sleeps.map(({ beganMs }) => beganMs));
        const to = Math.max(...sleeps.map(({ endedMs }) => endedMs ?? Infinity));
        const span = Math.round(to - from);
        return { yes: sleeps.length === 4 && span < 350, seen: { en: `from the first to the last it took ${span} ms`, zh: `从第一次到最后一次，一共 ${span} ms` } };
      },
    },
    { wanted: { en: 'All four are there.', zh: '四个都在。' }, ask: ({ stdout }) => ({ yes: stdout.join() === '1 2 3 4', seen: printed(stdout) }) },
  ],
};
