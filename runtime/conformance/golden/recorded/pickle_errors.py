import multiprocessing as mp, pickle, sys
class Bad:
    def __reduce__(self): raise RuntimeError('cannot pickle me')
class A:
    def __init__(self): self.f = lambda: 1
def f(*a): pass
def gen(): yield 1
if __name__ == '__main__':
    class Local: pass
    cases = dict(lambda_arg=lambda: 1, generator=gen(), file=sys.stdout, bad=Bad(), attr_lambda=A(), module=sys, local_cls=Local(), pool=None)
    for k, v in cases.items():
        p = mp.Process(target=f, args=(v,))
        try:
            p.start(); p.join(); print(k, 'ok', p.exitcode)
        except BaseException as e:
            print(k, '->', type(e).__module__ + '.' + type(e).__name__ + ':', e)
        sys.stdout.flush()
    for k, v in dict(process=mp.Process(target=f)).items():
        try:
            pickle.dumps(v); print('put', k, 'ok')
        except BaseException as e:
            print('put', k, '->', type(e).__name__ + ':', e)
