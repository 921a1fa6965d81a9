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
        if (sleeps.length !== 4) return { yes: false, seen: { en: `sleeps that there were: ${sleeps.length}`, zh: `一共睡了 ${sleeps.length} 次` } };
        const lastBegan = Math.max(...sleeps.map(({ beganMs }) => beganMs));
        const firstEnded = Math.min(...sleeps.map(({ endedMs }) => endedMs ?? Infinity));
        const together = Math.round(firstEnded - lastBegan);
        return together >= 0
          ? { yes: true, seen: { en: `all four slept together for ${together} ms`, zh: `四次睡眠一起持续了 ${together} ms` } }
          : { yes: false, seen: { en: `the last began ${-together} ms after the first had ended`, zh: `第一次结束 ${-together} ms 之后，最后一次才开始` } };
      },
    },
    { wanted: { en: 'All four are there.', zh: '四个都在。' }, ask: ({ stdout }) => ({ yes: stdout.join() === '1 2 3 4', seen: printed(stdout) }) },
  ],
};
