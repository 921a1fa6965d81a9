export * as default from './index';

export {
  cpuCount,
  freezeSupport,
  getAllStartMethods,
  getStartMethod,
  setStartMethod,
  type StartMethod,
} from './context';
export { Process, activeChildren, currentProcess, parentProcess, type ProcessOptions } from './process';
