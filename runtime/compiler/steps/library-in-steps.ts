import { parse, type Program, type Token } from 'acorn';
import { StepPlan } from './step-plan';
import { stepNames } from './step-names';
import { StepWriter } from './step-writer';
import { StepsPass } from './steps-pass';

/**
 * A module of the library, as JavaScript, in steps: threads wait in the middle of its calls. Nobody interrupts it elsewhere.
 *
 * @param stepsModule - where it imports its helpers from.
 */
export function libraryInSteps(code: string, stepsModule: string): string {
  const tokens: Token[] = [];
  const program: Program = parse(code, { ecmaVersion: 'latest', sourceType: 'module', onToken: tokens });
  const names = stepNames(code);
  const { face, arrow, methods, of, is, drive } = names;
  const writer = new StepWriter(code, tokens, names);
  const pass = new StepsPass(writer, new StepPlan(program, false));
  pass.module(program, 0);
  const imports = Object.entries({ face, arrow, methods, of, is, drive }).map(([key, name]) => `${key} as ${name}`);
  return `import { ${imports.join(', ')} } from ${JSON.stringify(stepsModule)};${writer.edits.apply(code).text}`;
}
