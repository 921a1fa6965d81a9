/**
 * Where the program stands, and the name it is about to give. The program writes both before it calls the library
 * (`ModuleRuntime.place`); with green threads, each thread has its own and the scheduler swaps them.
 */
export const place: { at: number; naming: string; kept: unknown } = { at: 0, naming: '', kept: undefined };

/** The name for what is being made; whoever asks takes it, so that the next object does not get it as well. */
export function takeName(): string {
  const { naming } = place;
  place.naming = '';
  return naming;
}
