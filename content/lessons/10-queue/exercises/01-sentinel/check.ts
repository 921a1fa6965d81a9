import { endsWell, type ExerciseCheck, printed } from '@/runtime/trace';

export const check: ExerciseCheck = {
  wants: [
    endsWell,
    { wanted: { en: 'Two workers run.', zh: '运行两个工人。' }, ask: ({ queries }) => queries.ranChildren(2) },
    {
      wanted: { en: 'Seven things go through `parcels`: five parcels and two `null`s.', zh: '`parcels` 里一共经过七样东西：五个包裹和两个 `null`。' },
      ask: ({ queries }) => {
        const all = queries.messages('parcels');
        const got = all.filter(({ received }) => received !== null).length;
        return { yes: all.length === 7 && got === 7, seen: { en: `${all.length} were put, and ${got} taken`, zh: `放进 ${all.length} 样，取走 ${got} 样` } };
      },
    },
    { wanted: { en: 'Together they weigh 14.', zh: '总重 14。' }, ask: ({ stdout }) => ({ yes: stdout.join() === 'together: 14', seen: printed(stdout) }) },
    { wanted: { en: 'No process is left.', zh: '没有进程留下。' }, ask: ({ queries }) => queries.allEnded() },
  ],
};
