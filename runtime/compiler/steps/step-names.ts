/** What the new code calls its helpers; see `process/threads/faces.ts`. */
export type StepNames = Readonly<
  Record<'paused' | 'face' | 'arrow' | 'methods' | 'of' | 'is' | 'budget' | 'drive' | 'result' | 'object' | 'steps', string>
>;

/** Names that a text does not use. */
export function stepNames(code: string): StepNames {
  let suffix = '';
  for (let number = 2; new RegExp(`\\$(?:paused|face|arrow|methods|of|is|budget|drive|result|object)${suffix}\\b`).test(code); ) {
    suffix = String(number++);
  }
  let steps = '$steps_';
  while (code.includes(steps)) steps = `$${steps}`;
  const name = (stem: string) => `$${stem}${suffix}`;
  return {
    paused: name('paused'),
    face: name('face'),
    arrow: name('arrow'),
    methods: name('methods'),
    of: name('of'),
    is: name('is'),
    budget: name('budget'),
    drive: name('drive'),
    result: name('result'),
    object: name('object'),
    steps,
  };
}
