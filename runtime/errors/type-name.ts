/** What Python would call the type of a value, for its error texts. */
export function typeName(value: unknown): string {
  switch (typeof value) {
    case 'undefined':
      return 'NoneType';
    case 'boolean':
      return 'bool';
    case 'number':
      return Number.isInteger(value) ? 'int' : 'float';
    case 'bigint':
      return 'int';
    case 'string':
      return 'str';
    case 'symbol':
      return 'symbol';
    case 'function':
      return isClass(value) ? 'type' : 'function';
    case 'object':
      return value === null ? 'NoneType' : objectTypeName(value);
  }
}

function objectTypeName(value: object): string {
  if (Array.isArray(value)) return 'list';
  if (value instanceof Map) return 'dict';
  if (value instanceof Set) return 'set';
  if (value instanceof Uint8Array) return 'bytes';
  if (Object.prototype.toString.call(value) === '[object Generator]') return 'generator';
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === null || prototype === Object.prototype) return 'dict';
  return (value.constructor as { name?: string } | undefined)?.name ?? 'object';
}

function isClass(value: object): boolean {
  return Function.prototype.toString.call(value).startsWith('class');
}
