export * as default from './index';

export { Formatter, Handler, StreamHandler, type TextStream } from './handlers';
export {
  addLevelName,
  CRITICAL,
  DEBUG,
  ERROR,
  FATAL,
  getLevelName,
  INFO,
  type Level,
  NOTSET,
  WARN,
  WARNING,
} from './levels';
export { type BasicConfig, basicConfig, critical, debug, error, getLogger, info, Logger, warning } from './logger';
export { type LogRecord, nameProcessBy } from './record';
