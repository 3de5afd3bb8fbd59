import 'reflect-metadata';
import { RESOLVERS } from './insight/insight.module.js';
import { schemaText } from './platform/graphql/build-schema.js';

process.stdout.write(await schemaText(RESOLVERS));
