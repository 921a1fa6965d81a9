/** Texts of the embed, of the dialog that writes embed codes, and of the docs about it. */
export const embedEn = {
  card: {
    program: 'Program',
    run: 'Run',
    stop: 'Stop',
    open: 'Open in Spawnpoint',
    openLabel: 'Open this code in Spawnpoint, in a new tab',
    runThere: 'Run in a new tab',
    runThereLabel: 'Open this code in Spawnpoint in a new tab, where it can run',
    loading: 'The program is being read …',
    damaged: 'The code of this embed is damaged and cannot be read.',
    askedToRun: 'The page around would like to run this program. Press Run if you would, too.',
  },
  recorded: {
    mark: 'Recorded',
    output: 'Recorded output',
    why: 'This browser cannot run the program inside this page, so you see what it did when it was recorded.',
    whyEdited: 'This is what the original did when it was recorded. Your version runs in a new tab.',
    none: 'This browser cannot run the program inside this page. It runs in a new tab, with all you have changed.',
    exited: (code: number) => `exited ${code}`,
    took: (milliseconds: number) => `${milliseconds} ms`,
    failed: 'The recording did not load.',
  },
};
