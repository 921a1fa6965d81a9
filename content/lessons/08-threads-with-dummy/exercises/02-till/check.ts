import { endsWell, type ExerciseCheck, printed, type Queries } from '@/runtime/trace';

const SELLERS = ['Ann', 'Ben'];
const TIMES = 20;

/** Who counted, and when: to count is to sleep. */
function countsIn({ run }: Queries) {
  const [main] = run.processes;
  return (main?.waits ?? []).flatMap(({ reason, thread, beganMs, endedMs }) => {
    const seller = main?.threads.find((each) => each.thread === thread)?.name;
    return reason === 'sleep' && seller !== undefined ? [{ seller, beganMs, endedMs: endedMs ?? Infinity }] : [];
  });
}

export const check: ExerciseCheck = {
  runs: 10,
  wants: [
    endsWell,
    {
      wanted: { en: `Two threads, Ann and Ben, count ${TIMES} times each.`, zh: `Ann 和 Ben 两个线程各数 ${TIMES} 次。` },
      ask: ({ queries }) => {
        const counts = countsIn(queries);
        const [ann, ben] = SELLERS.map((name) => counts.filter(({ seller }) => seller === name).length);
        return {
          yes: ann === TIMES && ben === TIMES,
          seen: { en: `times that Ann counted: ${ann}; Ben: ${ben}`, zh: `Ann 数了 ${ann} 次，Ben 数了 ${ben} 次` },
        };
      },
    },
    {
      wanted: { en: 'Nobody begins to count while the other is counting.', zh: '一个人在数的时候，另一个人不会开始数。' },
      ask: ({ queries }) => {
        const counts = countsIn(queries);
        for (const late of counts) {
          const early = counts.find(
            ({ seller, beganMs, endedMs }) => seller !== late.seller && beganMs <= late.beganMs && late.beganMs < endedMs,
          );
          if (early === undefined) continue;
          const gap = (late.beganMs - early.beganMs).toFixed(2);
          return {
            yes: false,
            seen: {
              en: `${late.seller} began ${gap} ms after ${early.seller}, who had not finished yet`,
              zh: `${late.seller} 开始数的时候，${early.seller} 才数了 ${gap} ms，还没数完`,
            },
          };
        }
        return { yes: true, seen: { en: 'they took turns', zh: '两人轮流数' } };
      },
    },
    { wanted: { en: 'No coin is lost.', zh: '一枚也不少。' }, ask: ({ stdout }) => ({ yes: stdout.join() === 'every coin is there', seen: printed(stdout) }) },
  ],
};
