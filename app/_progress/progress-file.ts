import { z } from 'zod';
import { type Progress, stages } from './progress-store';

const fileSchema = z.strictObject({
  format: z.literal('spawnpoint-progress'),
  version: z.literal(1),
  progress: z.record(z.string().max(200), z.enum(stages)),
});

/** Progress as the text of a file. */
export function progressToFile(progress: Progress): string {
  return `${JSON.stringify({ format: 'spawnpoint-progress', version: 1, progress }, null, 2)}\n`;
}

/** @returns null when the text is no such file. */
export function progressFromFile(text: string): Progress | null {
  try {
    const parsed = fileSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data.progress : null;
  } catch {
    return null;
  }
}
