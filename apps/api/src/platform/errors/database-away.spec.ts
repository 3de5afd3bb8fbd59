import { describe, expect, it } from '@jest/globals';
import { isDatabaseAway } from './database-away.js';

describe('a database that is away', () => {
  it.each(['ECONNREFUSED', 'ECONNRESET', '08006', '53300', '57P01', '57P03', '57014', '55P03'])('is told by its code: %s', (code) => {
    expect(isDatabaseAway(Object.assign(new Error('x'), { code }))).toBe(true);
    expect(isDatabaseAway(Object.assign(new Error(''), { errors: [Object.assign(new Error('x'), { code })] }))).toBe(true);
  });

  it.each(['timeout exceeded when trying to connect', 'Connection terminated unexpectedly', 'Client has encountered a connection error and is not queryable'])('is told by what the driver says: %s', (message) => {
    expect(isDatabaseAway(new Error(message))).toBe(true);
  });

  it.each([Object.assign(new Error('duplicate key'), { code: '23505' }), Object.assign(new Error('x'), { code: '42501' }), new TypeError('x'), null, undefined, 'ECONNREFUSED'])('is not seen in another fault', (fault) => {
    expect(isDatabaseAway(fault)).toBe(false);
  });
});
