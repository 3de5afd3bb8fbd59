import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { safeReturnAddress } from './return-address.js';

describe('the address that is gone back to', () => {
  it.each(['/', '/methods', '/o/t/pitfall-any?months=12&view=table#x', '/?a=//b', '/o%20p'])('is %s as it was asked for', (wanted) => {
    expect(safeReturnAddress(wanted)).toBe(wanted);
  });

  it.each(['', 'x', '//evil.example', '/\\evil.example', '/\t/evil.example', '/%2e%2e//evil.example', 'https://evil.example/', 'javascript:alert(1)', '/auth/sign-in?to=/auth', '/a/../auth/callback', '/sign-in?fault=x', `/${'x'.repeat(2_000)}`, null, undefined, ['/x'], {}])(
    'is the start instead of %j',
    (wanted) => {
      expect(safeReturnAddress(wanted)).toBe('/');
    },
  );

  it('never leaves this site, whatever is asked for', () => {
    const part = fc.constantFrom('/', '\\', '.', '..', 'evil.example', '@', ':', 'https:', '%2f', '\t', '\n', '?', '#', 'auth', ' ');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 10 }), (parts) => {
        const address = safeReturnAddress(`/${parts.join('')}`);
        expect(new URL(address, 'https://rolvast.example').origin).toBe('https://rolvast.example');
      }),
    );
  });
});
