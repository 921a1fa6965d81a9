import { ConnectionRefusedError, bytes } from 'builtins';
import { AuthenticationError } from 'multiprocessing';
import type { Address } from 'multiprocessing/connection';
import { BaseManager } from 'multiprocessing/managers';

class Vault extends BaseManager {}

function knock(address: Address | null, key: Uint8Array) {
  try {
    new Vault({ address, authkey: key }).connect();
    console.log('come in');
  } catch (error) {
    if (error instanceof AuthenticationError) console.log('wrong key:', error.message);
    else if (error instanceof ConnectionRefusedError) console.log('nobody is there');
    else throw error;
  }
}

if (import.meta.main) {
  const vault = new Vault({ address: ['localhost', 0], authkey: bytes('open sesame') });
  vault.start();
  knock(vault.address, bytes('open barley'));
  knock(vault.address, bytes('open sesame'));
  vault.shutdown();
  knock(vault.address, bytes('open sesame'));
}
