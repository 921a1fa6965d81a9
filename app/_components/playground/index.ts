export { Playground } from './playground';
export type { PlaygroundProps } from './playground-props';
export type { ExampleGroup } from './views/example-choice';
