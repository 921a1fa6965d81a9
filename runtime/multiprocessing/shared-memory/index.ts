export * as default from './index';
export { ShareableList, type Shareable } from './shareable-list';
export { SharedMemory, type SharedMemoryOptions } from './shared-memory';
