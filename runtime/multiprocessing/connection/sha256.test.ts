import { createHash, createHmac } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hmacSha256, sha256 } from './sha256';

test('digests are those of another implementation', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.uint8Array({ maxLength: 200 }), (message, key) => {
      expect(Buffer.from(sha256(message)).toString('hex')).toBe(createHash('sha256').update(message).digest('hex'));
      const expected = createHmac('sha256', key).update(message).digest('hex');
      expect(Buffer.from(hmacSha256(key, message)).toString('hex')).toBe(expected);
    }),
  );
});
