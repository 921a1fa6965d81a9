import multiprocessing as mp, time, os, sys
def t(label, fn):
    try: print(label, '=', fn())
    except BaseException as e: print(label, '->', type(e).__name__ + ':', e)
import logging
from multiprocessing import util
def child(): mp.get_logger().info('from child %s', 'x'); mp.get_logger().debug('hidden')
def nothing(): pass
if __name__ == '__main__':
    l = mp.get_logger(); print(l.name, l.level, l.getEffectiveLevel(), l.handlers, l is mp.get_logger(), logging.getLogger('multiprocessing') is l)
    l.warning('nobody hears')
    h = mp.log_to_stderr(); print(h is l, len(l.handlers), l.level); l.warning('heard'); l.info('not heard'); l.setLevel(logging.INFO); l.info('now %d %r', 5, 'r'); l.log(util.SUBWARNING, 'sub'); l.log(17, 'low'); l.log(45, 'odd level'); l.error('e'); l.critical('c'); print(logging.getLevelName(25), logging.getLevelName(5), logging.getLevelName(13), logging.getLevelName('INFO'))
    p = mp.Process(target=child); p.start(); p.join(); l.setLevel('WARNING'); print(l.level); t('bad level', lambda: l.setLevel('LOUD')); t('bad type', lambda: l.setLevel(None)); p = mp.Process(target=child, name='quiet'); p.start(); p.join()
    mp.log_to_stderr(logging.ERROR); print(len(l.handlers)); l.error('twice'); print(l.isEnabledFor(logging.ERROR), l.isEnabledFor(30), repr(l))
    for x in list(l.handlers): l.removeHandler(x)
    sh = logging.StreamHandler(sys.stdout); sh.setFormatter(logging.Formatter('%(name)s|%(levelname)-8s|%(levelno)d|%(message)s|%(processName)s')); l.addHandler(sh); l.error('to stdout'); sh.setLevel(logging.CRITICAL); l.error('dropped'); l.critical('kept')
    logging.basicConfig(level=logging.INFO); logging.info('root'); logging.getLogger('a.b').warning('child logger'); logging.getLogger('a').setLevel(logging.ERROR); logging.getLogger('a.b').warning('no'); print(logging.getLogger('a.b').getEffectiveLevel()); logging.warning('w %s', [1]); l.removeHandler(sh)
