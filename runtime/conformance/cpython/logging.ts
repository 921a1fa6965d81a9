import logging from 'logging';
import mp, { type Connection } from 'multiprocessing';
import util from 'multiprocessing/util';
import { assertEqual, assertTrue } from './assertions';
import { Process } from './variant';

/** What CPython's suite sets when it begins. */
const LOG_LEVEL = util.SUBWARNING;

export function testEnableLogging(): void {
  const logger = mp.getLogger();
  logger.setLevel(util.SUBWARNING);
  assertTrue((logger as unknown) !== null);
  logger.debug('this will not be printed');
  logger.info('nor will this');
  logger.setLevel(LOG_LEVEL);
}

function sendLevel(connection: Connection<number>): void {
  connection.send(mp.getLogger().getEffectiveLevel());
}

export function testLevel(): void {
  const LEVEL1 = 32;
  const LEVEL2 = 37;

  const logger = mp.getLogger();
  const rootLogger = logging.getLogger();
  const rootLevel = rootLogger.level;

  const [reader, writer] = mp.Pipe<never, number>(false);

  logger.setLevel(LEVEL1);
  let p = new Process({ target: sendLevel, args: [writer] });
  p.start();
  assertEqual(LEVEL1, reader.recv());
  p.join();
  p.close();

  logger.setLevel(logging.NOTSET);
  rootLogger.setLevel(LEVEL2);
  p = new Process({ target: sendLevel, args: [writer] });
  p.start();
  assertEqual(LEVEL2, reader.recv());
  p.join();
  p.close();

  rootLogger.setLevel(rootLevel);
  logger.setLevel(LOG_LEVEL);
}
