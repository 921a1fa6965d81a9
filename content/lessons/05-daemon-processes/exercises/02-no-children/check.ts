import { endsWell, type ExerciseCheck } from '@/runtime/trace';

export const check: ExerciseCheck = {
  wants: [
    { wanted: { en: '`helper` runs.', zh: '`helper` 运行了。' }, ask: ({ queries }) => queries.exitedWith('helper', 0) },
    { wanted: { en: '`manager` ends well.', zh: '`manager` 正常结束。' }, ask: ({ queries }) => queries.exitedWith('manager', 0) },
    {
      wanted: { en: 'The helper is a child of the manager.', zh: '助手是主管的子进程。' },
      ask: ({ queries }) => {
        const helper = queries.process('helper');
        if (helper === null) return { yes: false, seen: { en: 'there was no helper', zh: '没有助手' } };
        const parent = queries.process(helper.parentPid)?.name ?? '?';
        return { yes: parent === 'manager', seen: { en: `its parent is \`${parent}\``, zh: `它的父进程是 \`${parent}\`` } };
      },
    },
    endsWell,
  ],
};
