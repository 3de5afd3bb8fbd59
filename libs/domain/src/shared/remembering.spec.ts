import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { remembering } from './remembering.js';

describe('remembering', () => {
  it('gives the answers of the function itself, whatever the order and the limit', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 3 })), fc.integer({ min: 1, max: 5 }), (texts, limit) => {
        const length = remembering((text) => [text.length, text], limit);
        for (const text of texts) expect(length(text)).toEqual([text.length, text]);
      }),
    );
  });

  it('computes an answer once while it remembers it, also when the answer is null', () => {
    const asked: string[] = [];
    const none = remembering((text) => {
      asked.push(text);
      return null;
    }, 2);
    ['a', 'b', 'a', 'b', 'a'].forEach(none);
    expect(asked).toEqual(['a', 'b']);
  });

  it('keeps no more answers than its limit', () => {
    const asked: string[] = [];
    const echo = remembering((text) => {
      asked.push(text);
      return text;
    }, 2);
    ['a', 'b', 'c', 'a'].forEach(echo);
    expect(asked).toEqual(['a', 'b', 'c', 'a']);
  });
});
