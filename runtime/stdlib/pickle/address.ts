const BASE = 0x7f3c_5a20_0000;
/** Objects of CPython are some 48 bytes apart. */
const STEP = 0x30;

const addresses = new WeakMap<object, string>();
let next = BASE;

/** What CPython prints as an object's address: the same for the same object, another for every other. */
export function addressOf(object: object): string {
  const known = addresses.get(object);
  if (known !== undefined) return known;
  const address = `0x${next.toString(16)}`;
  next += STEP;
  addresses.set(object, address);
  return address;
}
