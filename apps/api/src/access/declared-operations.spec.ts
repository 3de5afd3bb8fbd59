import { describe, expect, it } from '@jest/globals';
import express, { Router } from 'express';
import { buildSchema } from 'graphql';
import { findOperations, refuseUndeclared } from './declared-operations.js';
import { OPERATIONS } from './role-policy.js';

const SCHEMA = buildSchema('type Query { viewer: String secret: String } type Mutation { enterOrganisation: String }');

describe('the operations of a server', () => {
  it('are every field of Query and Mutation and every route', () => {
    const router = Router();
    router.get('/health/live', (_request, response) => response.end());
    router.post('/door', (_request, response) => response.end());
    router.use('/assets', express.static('.'));
    expect(findOperations(SCHEMA, router.stack)).toEqual(['Query.viewer', 'Query.secret', 'Mutation.enterOrganisation', 'GET /health/live', 'POST /door']);
  });

  it('keep it from starting when one is in no line of the policy, and are named', () => {
    expect(() => refuseUndeclared(['Query.viewer', 'Query.secret', 'POST /door'])).toThrow('Query.secret, POST /door: add a line');
  });

  it('let it start when all of them are', () => {
    expect(() => refuseUndeclared(OPERATIONS)).not.toThrow();
  });
});
