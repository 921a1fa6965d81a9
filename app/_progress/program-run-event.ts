/** Bubbles from a playground when its Run starts a program: `detail` is the playground's `programId`. */
export const programRunEvent = 'spawnpoint:run';

export type ProgramRunEvent = CustomEvent<{ readonly programId: string }>;
