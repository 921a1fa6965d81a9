export { Playground } from './playground';
export type { PlaygroundProps } from './playground-props';
