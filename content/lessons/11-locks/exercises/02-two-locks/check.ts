import { endsWell, type ExerciseCheck, printed } from '@/runtime/trace';

export const check: ExerciseCheck = {
  runs: 10,
  wants: [
    endsWell,
    { wanted: { en: 'Plato ends well.', zh: 'Plato 正常结束。' }, ask: ({ queries }) => queries.exitedWith('Plato', 0) },
    { wanted: { en: 'Hegel ends well.', zh: 'Hegel 正常结束。' }, ask: ({ queries }) => queries.exitedWith('Hegel', 0) },
    {
      wanted: { en: 'Each holds both forks once.', zh: '每人各拿过一次两把叉子。' },
      ask: ({ queries }) => {
        const counts = [queries.holdsOf('left').length, queries.holdsOf('right').length];
        return { yes: counts.join() === '2,2', seen: { en: `times that \`left\` was held: ${counts[0]}; \`right\`: ${counts[1]}`, zh: `\`left\` 被拿了 ${counts[0]} 次，\`right\` 被拿了 ${counts[1]} 次` } };
      },
    },
    { wanted: { en: 'Both eat.', zh: '两位都吃上了。' }, ask: ({ stdout }) => ({ yes: stdout.toSorted().join('/') === 'Hegel eats/Plato eats', seen: printed(stdout) }) },
  ],
};
