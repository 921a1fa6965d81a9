export { PlaygroundIsland } from './playground-island';
export type { PlaygroundProps } from './playground-props';
export type { ExampleGroup } from './views/example-choice';
