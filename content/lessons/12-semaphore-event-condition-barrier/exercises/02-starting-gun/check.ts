import { endsWell, type ExerciseCheck, printed } from '@/runtime/trace';

export const check: ExerciseCheck = {
  wants: [
    endsWell,
    { wanted: { en: '“bang” comes first.', zh: '“bang”在最前面。' }, ask: ({ stdout }) => ({ yes: stdout[0] === 'bang', seen: printed(stdout.slice(0, 1)) }) },
    {
      wanted: { en: 'Both runners wait for the gun.', zh: '两位都在等枪响。' },
      ask: ({ queries }) => {
        const waited = ['Ann', 'Bob'].map((who) => queries.waitedFor(who, 'acquire', 'gun'));
        return waited.find(({ yes }) => !yes) ?? waited[0] ?? { yes: false, seen: { en: 'nobody ran', zh: '没有人跑' } };
      },
    },
    { wanted: { en: 'Both run.', zh: '两位都跑了。' }, ask: ({ stdout }) => ({ yes: stdout.length === 3, seen: printed(stdout) }) },
  ],
};
