import { z } from 'zod';

/** What `<See>` says of a sentence: where in the run of one of the lesson's programs it can be seen. */
export const spotSchema = z
  .strictObject({
    program: z.string(),
    /** Name of a process of that run. */
    process: z.string(),
    waits: z.enum(['sleep', 'join', 'read', 'write', 'acquire', 'ready', 'input']).optional(),
    /** Name of what it waits for, or of what a message goes through. */
    on: z.string().optional(),
    /** Name of the process that receives the message. */
    to: z.string().optional(),
  })
  .refine(({ waits, to }) => waits === undefined || to === undefined, 'a spot is a wait or a message, not both');

export type SpotOfText = z.output<typeof spotSchema>;

/** The spots of a lesson's text, in order. */
export function spotsOf(body: string): SpotOfText[] {
  return [...body.matchAll(/<See\s+([^>]*)>/g)].map(([, attributes = '']) =>
    spotSchema.parse(Object.fromEntries([...attributes.matchAll(/(\w+)="([^"]*)"/g)].map(([, key, value]) => [key, value]))),
  );
}
