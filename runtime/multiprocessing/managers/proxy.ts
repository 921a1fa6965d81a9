import { AttributeError } from '../../errors';
import { reduce } from '../../stdlib/pickle';
import { reprMethod } from '../../stdlib/repr-method';
import { currentProcess } from '../process';
import { addressOf, internal, isInheriting } from '../reduction';
import { ask, control } from './link';
import { type Made, resultOf, type Token } from './protocol';
import { servingHere } from './server';

export interface ProxyOptions {
  /** The manager's key; default this process's. */
  readonly authkey?: Uint8Array | null;
  /** Methods that may be called. */
  readonly exposed?: readonly string[] | null;
  /** Tells the server that there is one more; default true. */
  readonly incref?: boolean;
  /** Classes of proxies for what stays in the server, by typeid. */
  readonly proxytypes?: Readonly<Record<string, ProxyType>>;
}

/** A class of proxies. */
export type ProxyType = new (token: Token, options: ProxyOptions) => BaseProxy;

/**
 * Stands for an object in a manager's server: calling its methods asks the server.
 *
 * It may travel to other processes, also in messages, and into other objects of the same manager.
 * @python multiprocessing.managers.BaseProxy
 * @see CPython 3.11 Lib/multiprocessing/managers.py
 */
export class BaseProxy {
  /** @internal */
  readonly _token: Token;
  /** @internal */
  readonly _options: ProxyOptions;

  constructor(token: Token, options: ProxyOptions = {}) {
    this._token = token;
    this._options = options;
    if (options.incref !== false) control(token.address, this._authkey(), 'incref', token.id);
  }

  /**
   * Calls a method of the object and waits for its result.
   * @param method - its name.
   * @param args - its arguments, as an array.
   * @param kwds - an object for its last parameter.
   * @throws RemoteError - something went wrong in the server; its traceback is the message.
   * @throws the exception of the method.
   */
  _callmethod(method: string, args: readonly unknown[] = [], kwds: object = {}): unknown {
    const { address, id } = this._token;
    const response = ask(address, this._authkey(), [id, method, args, kwds]);
    const result = resultOf(response);
    return response[0] === '#PROXY' ? this._proxyOf(result as Made) : result;
  }

  /** A copy of the object. */
  _getvalue(): unknown {
    return this._callmethod('#GETVALUE');
  }

  /** The object as text. */
  toString(): string {
    try {
      return this._callmethod('__repr__') as string;
    } catch {
      return `${this[reprMethod]().slice(0, -1)}; '__str__()' failed>`;
    }
  }

  /** CPython's `<DictProxy object, typeid 'dict' at 0x…>`. */
  [reprMethod](): string {
    return `<${this._className()} object, typeid '${this._token.typeid}' at ${addressOf(this)}>`;
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.toString();
  }

  /** @internal */
  [reduce](): unknown[] {
    const { exposed = null, proxytypes = {} } = this._options;
    // The key goes to children only: others have to know it.
    const authkey = isInheriting() ? new Uint8Array(this._authkey()) : null;
    return [rebuild, [this._type(), this._token, exposed, authkey, proxytypes]];
  }

  /** @internal */
  _authkey(): Uint8Array {
    return this._options.authkey ?? currentProcess().authkey;
  }

  /** @internal */
  _className(): string {
    return this.constructor.name;
  }

  /** @internal What makes another of its kind. */
  _type(): unknown {
    return this.constructor;
  }

  /** @internal */
  _proxyOf({ token, exposed }: Made): BaseProxy {
    const { proxytypes = {} } = this._options;
    const type = proxytypes[token.typeid];
    const options: ProxyOptions = { ...this._options, exposed, incref: false };
    return type === undefined ? autoProxy(token, options) : new type(token, options);
  }
}

/** A proxy with a method for each that the server exposes. */
export function autoProxy(token: Token, options: ProxyOptions): BaseProxy {
  const exposed =
    options.exposed ?? (control(token.address, options.authkey ?? currentProcess().authkey, 'getMethods', token.id) as string[]);
  const proxy = new AutoProxyBase(token, { ...options, exposed });
  for (const name of exposed) {
    Object.defineProperty(proxy, name, { value: (...args: unknown[]) => proxy._callmethod(name, args), enumerable: true });
  }
  return new Proxy(proxy, {
    get: (target, key, receiver) => {
      if (typeof key !== 'string' || key in target || IGNORED.has(key)) return Reflect.get(target, key, receiver) as unknown;
      throw new AttributeError(`'${target._className()}' object has no attribute '${key}'`);
    },
  });
}

/** Names that JavaScript itself asks every object for. */
const IGNORED: ReadonlySet<string> = new Set(['then', 'toJSON', 'nodeType', 'asymmetricMatch']);

class AutoProxyBase extends BaseProxy {
  override _className(): string {
    return `AutoProxy[${this._token.typeid}]`;
  }

  override _type(): unknown {
    return null;
  }
}

const rebuild = internal(
  'RebuildProxy',
  (
    type: ProxyType | null,
    token: Token,
    exposed: readonly string[] | null,
    authkey: Uint8Array | null,
    proxytypes: Readonly<Record<string, ProxyType>>,
  ): BaseProxy => {
    // In its own server, a proxy inside of another object is only kept.
    const isOwn = servingHere()?.owns(token) === true;
    const options: ProxyOptions = { exposed, authkey, proxytypes, incref: !isOwn && !isInheriting() };
    return type === null ? autoProxy(token, options) : new type(token, options);
  },
);

/**
 * A class of proxies with a method for each name.
 * @param name - the name of the class.
 * @param exposed - the methods.
 * @python multiprocessing.managers.MakeProxyType
 */
export function MakeProxyType(name: string, exposed: readonly string[]): ProxyType {
  const type = { [name]: class extends BaseProxy {} }[name] as ProxyType;
  for (const method of exposed) {
    Object.defineProperty(type.prototype, method, {
      value(this: BaseProxy, ...args: unknown[]): unknown {
        return this._callmethod(method, args);
      },
    });
  }
  return type;
}
