import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { HttpAdapterHost, ModuleRef } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { GraphQLSchema } from 'graphql';
import { z } from 'zod';
import { declaredOperation } from './role-policy.js';

const layersSchema = z.array(z.object({ route: z.object({ path: z.string(), methods: z.record(z.string(), z.boolean()) }).optional() }));

/**
 * Every operation of a server: the fields of Query and Mutation, and the routes.
 *
 * @param layers the stack of the router of Express.
 */
export function findOperations(schema: GraphQLSchema, layers: unknown): readonly string[] {
  const fields = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].flatMap((type) =>
    type ? Object.keys(type.getFields()).map((field) => `${type.name}.${field}`) : [],
  );
  const routes = layersSchema
    .parse(layers)
    .flatMap(({ route }) => (route === undefined ? [] : Object.keys(route.methods).map((method) => `${method.toUpperCase()} ${route.path}`)));
  return [...fields, ...routes];
}

/** @throws for an operation of which nobody said who may do it. */
export function refuseUndeclared(operations: readonly string[]): void {
  const undeclared = operations.filter((name) => declaredOperation(name) === null);
  if (undeclared.length > 0) throw new Error(`nobody declared who may do ${undeclared.join(', ')}: add a line to access/role-policy.ts`);
}

/** Keeps a server from starting that has an operation of which nobody said who may do it. */
@Injectable()
export class DeclaredOperations implements OnApplicationBootstrap {
  constructor(
    private readonly modules: ModuleRef,
    private readonly http: HttpAdapterHost,
  ) {}

  onApplicationBootstrap(): void {
    refuseUndeclared(this.findOperations());
  }

  /** Every operation of this server. */
  findOperations(): readonly string[] {
    const { schema } = this.modules.get(GraphQLSchemaHost, { strict: false });
    const { router } = this.http.httpAdapter.getInstance<{ readonly router: { readonly stack: unknown } }>();
    return findOperations(schema, router.stack);
  }
}
