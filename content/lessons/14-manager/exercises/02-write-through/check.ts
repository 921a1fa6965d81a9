import { endsWell, type ExerciseCheck, printed } from '@/runtime/trace';

/** So many messages greet the manager and have the dict made. */
const MAKING = 4;
/** So many bytes take the name of a method and `fruit`, which is all that is sent to ask for the list. */
const ASKING = 20;

export const check: ExerciseCheck = {
  wants: [
    endsWell,
    { wanted: { en: 'The manager runs.', zh: '管理器在运行。' }, ask: ({ queries }) => queries.ranChildren(1) },
    { wanted: { en: 'The program prints `fruit: pear`.', zh: '打印 `fruit: pear`。' }, ask: ({ stdout }) => ({ yes: stdout.join() === 'fruit: pear', seen: printed(stdout) }) },
    {
      wanted: { en: 'The changed list goes back to the manager.', zh: '改过的列表放回了管理器。' },
      ask: ({ queries }) => {
        const [manager] = queries.children();
        const sizes = queries.run.messages.filter(({ received }) => received?.pid === manager?.pid).map(({ bytes }) => bytes);
        const yes = sizes.slice(MAKING).some((bytes) => bytes > ASKING);
        return {
          yes,
          seen: yes
            ? { en: 'it was sent a list', zh: '发给它的有一个列表' }
            : { en: 'it was asked for the list, and sent none', zh: '只向它要过列表，没有发给它列表' },
        };
      },
    },
  ],
};
