import { describe, expect, it } from '@jest/globals';
import { withoutData } from './logger.js';

/** As the database driver throws it: what was asked stands in the message and in its own properties. */
class QueryFailed extends Error {
  readonly code = '23505';
  readonly query = 'INSERT INTO place VALUES ($1)';
  readonly parameters = ['SECRET-REFERENCE'];
}

describe('what the log knows of an error', () => {
  it('is its kind, its code and where it arose', () => {
    const logged = withoutData(new QueryFailed('duplicate key: SECRET-REFERENCE'));
    expect(logged).toMatchObject({ type: 'QueryFailed', code: '23505' });
    expect(logged.stack[0]).toMatch(/^at /);
  });

  it('is nothing of what was asked or recorded', () => {
    expect(JSON.stringify(withoutData(new QueryFailed('duplicate key:\nat SECRET-REFERENCE:1:1')))).not.toMatch(/SECRET|INSERT/);
    expect(JSON.stringify(withoutData(new QueryFailed('duplicate key: SECRET-REFERENCE')))).not.toContain('SECRET');
  });

  it.each([null, undefined, 'SECRET', 7])('is only the kind of something that is no error: %j', (thrown) => {
    expect(withoutData(thrown)).toEqual({ type: typeof thrown, code: '', stack: [] });
  });
});
