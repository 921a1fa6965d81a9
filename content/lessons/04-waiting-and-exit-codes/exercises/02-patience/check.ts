import { endsWell, type ExerciseCheck, printed } from '@/runtime/trace';

export const check: ExerciseCheck = {
  wants: [
    endsWell,
    {
      wanted: { en: 'The child gets 0.2 seconds, and not a whole second.', zh: '给子进程 0.2 秒，但不到一秒。' },
      ask: ({ queries }) => {
        const snail = queries.process('snail');
        const lived = snail === null ? 0 : (snail.exitedMs ?? Infinity) - snail.spawnedMs;
        const text = (lived / 1000).toFixed(2);
        return { yes: lived >= 150 && lived < 1000, seen: { en: `\`snail\` had ${text} s`, zh: `\`snail\` 得到了 ${text} 秒` } };
      },
    },
    { wanted: { en: 'It is ended by SIGTERM.', zh: '它被 SIGTERM 结束。' }, ask: ({ queries }) => queries.exitedWith('snail', -15) },
    {
      wanted: { en: 'The parent prints the exit code.', zh: '父进程打印退出码。' },
      ask: ({ stdout }) => ({
        yes: stdout.join() === 'ended with -15',
        seen: printed(stdout),
      }),
    },
  ],
};
