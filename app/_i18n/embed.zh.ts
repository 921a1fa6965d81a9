import type { embedEn } from './embed.en';

export const embedZh: typeof embedEn = {
  card: {
    program: '程序',
    run: '运行',
    stop: '停止',
    open: '在 Spawnpoint 中打开',
    openLabel: '在新标签页中用 Spawnpoint 打开这段代码',
    runThere: '在新标签页中运行',
    runThereLabel: '在新标签页中用 Spawnpoint 打开这段代码，在那里可以运行',
    loading: '正在读取程序……',
    damaged: '这段嵌入的代码已损坏，无法读取。',
    askedToRun: '外层网页想运行这个程序。如果你也愿意，请按“运行”。',
  },
  recorded: {
    mark: '录制',
    output: '录制的输出',
    why: '当前浏览器无法在这个网页里运行程序，下面是它录制时的运行结果。',
    whyEdited: '这是原程序录制时的运行结果。你修改后的版本可以在新标签页中运行。',
    none: '当前浏览器无法在这个网页里运行程序。它可以在新标签页中运行，你的修改都会保留。',
    exited: (code: number) => `退出码 ${code}`,
    took: (milliseconds: number) => `${milliseconds} 毫秒`,
    failed: '录制的结果没能加载。',
  },
};
