import { type Answer, endsWell, type ExerciseCheck, printed, type Queries } from '@/runtime/trace';

const DISHES = 3;

/** Is each dish served after its worker has sent it, and before the next one is there? */
function servedAtOnce(queries: Queries): Answer {
  const { messages, objects } = queries.run;
  const served = queries.prints('MainProcess').map(({ timeMs }) => timeMs);
  const main = queries.process('MainProcess')?.pid;
  const ready = messages
    .filter(({ object, received }) => objects.get(object)?.kind === 'pool' && received?.pid === main)
    .map(({ received }) => received?.timeMs ?? Infinity)
    .sort((a, b) => a - b);
  if (ready.length !== DISHES) {
    return {
      yes: false,
      seen: { en: `${ready.length} dishes came from the pool, not ${DISHES}`, zh: `从进程池送来 ${ready.length} 道菜，而不是 ${DISHES} 道` },
    };
  }
  const isServed = (at: number, index: number) => {
    const time = served[index] ?? 0;
    return time >= at && time < (ready[index + 1] ?? Infinity);
  };
  const wrong = ready.findIndex((at, index) => !isServed(at, index));
  const at = Math.max(wrong, 0);
  const gap = Math.round((served[at] ?? 0) - (ready[at] ?? 0));
  return {
    yes: wrong === -1,
    seen: {
      en: `dish ${at + 1} was served ${Math.abs(gap)} ms ${gap < 0 ? 'before' : 'after'} it was ready`,
      zh: `第 ${at + 1} 道菜在做好${gap < 0 ? '之前' : '之后'} ${Math.abs(gap)} ms 端上桌`,
    },
  };
}

export const check: ExerciseCheck = {
  wants: [
    endsWell,
    {
      wanted: { en: 'Soup, salad and roast are served.', zh: '汤、沙拉和烤肉都端上桌。' },
      ask: ({ stdout }) => ({ yes: stdout.toSorted().join('/') === 'served: roast/served: salad/served: soup', seen: printed(stdout) }),
    },
    {
      wanted: { en: 'Each dish is served before the next one is ready.', zh: '每道菜都在下一道做好之前端上桌。' },
      ask: ({ queries }) => servedAtOnce(queries),
    },
  ],
};
