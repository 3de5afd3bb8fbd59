import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { calendarDate, decimalNumber, oneOf, severalOf, wholeNumber, yesOrNo } from './field-rule.js';

describe('oneOf', () => {
  const rule = oneOf('first', 'second_one');

  it('reads a code in any case of letters', () => {
    expect([rule.read('first'), rule.read('FIRST'), rule.read('Second_One')]).toEqual(['first', 'first', 'second_one']);
  });

  it.each(['', 'third', 'first ', 'fir', 'first|second_one', 'constructor'])('refuses %j', (text) => {
    expect(rule.read(text)).toBeNull();
  });

  it('names every code in the form it expects', () => {
    expect(rule.expected).toBe('one of first, second_one');
  });
});

describe('severalOf', () => {
  const rule = severalOf('a', 'b', 'c');

  it('reads codes in the order of the list, with or without spaces', () => {
    expect(rule.read('c | A|b')).toEqual(['a', 'b', 'c']);
    expect(rule.read('b')).toEqual(['b']);
  });

  it.each(['a|a', 'a|A', 'a|d', 'a||b', 'a|', '|', 'a,b'])('refuses %j', (text) => {
    expect(rule.read(text)).toBeNull();
  });

  it('accepts every selection and refuses it as soon as one is repeated', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(['a', 'b', 'c'], { minLength: 1 }), (codes) => {
        expect(rule.read(codes.join('|'))).toEqual([...codes].sort());
        expect(rule.read([...codes, codes[0]].join('|'))).toBeNull();
      }),
    );
  });
});

describe('yesOrNo', () => {
  it('keeps no apart from what it can not read', () => {
    const rule = yesOrNo();
    const read = (text: string) => rule.read(text);
    expect([read('yes'), read('NO'), read('ja'), read('true'), read('0'), read('onbekend')]).toEqual([true, false, null, null, null, null]);
  });
});

describe('wholeNumber', () => {
  it('accepts exactly the whole numbers in its range', () => {
    fc.assert(
      fc.property(fc.nat(40), fc.nat(40), fc.nat(200), (from, span, value) => {
        expect(wholeNumber(from, from + span).read(String(value))).toBe(value >= from && value <= from + span ? value : null);
      }),
    );
  });

  it('includes both ends of its range', () => {
    const rule = wholeNumber(1, 5);
    const read = (text: string) => rule.read(text);
    expect([read('0'), read('1'), read('5'), read('6')]).toEqual([null, 1, 5, null]);
  });

  it.each(['', '-1', '+3', '3.0', '3,0', '1e1', '0x2', ' 3', 'three', '1234567890', '٣'])('refuses the form %j', (text) => {
    expect(wholeNumber(-10, 2_000_000_000).read(text)).toBeNull();
  });
});

describe('decimalNumber', () => {
  const rule = decimalNumber(0, 500);
  const read = (text: string) => rule.read(text);

  it('reads a comma and a point alike', () => {
    fc.assert(
      fc.property(fc.nat(499), fc.nat(99), (whole, hundredths) => {
        const decimals = String(hundredths).padStart(2, '0');
        expect(read(`${whole},${decimals}`)).toBe(read(`${whole}.${decimals}`));
        expect(read(`${whole}.${decimals}`)).toBeCloseTo(whole + hundredths / 100, 10);
      }),
    );
  });

  it('includes both ends of its range', () => {
    expect([read('0'), read('500'), read('500,00'), read('500,01')]).toEqual([0, 500, 500, null]);
  });

  it.each(['', '-1', '1,234', '1.000,50', '1,5,5', ',5', '5,', '1e2', 'NaN', '1 5'])('refuses the form %j', (text) => {
    expect(read(text)).toBeNull();
  });
});

describe('calendarDate', () => {
  it('reads both notations of a date and refuses a day that does not exist', () => {
    const rule = calendarDate();
    const read = (text: string) => rule.read(text);
    expect([read('2026-05-04'), read('04-05-2026'), read('2026-02-29')]).toEqual(['2026-05-04', '2026-05-04', null]);
  });
});
