import 'reflect-metadata';
import { schemaText } from './platform/graphql/build-schema.js';

const OF_READERS = '# Generated from the resolvers by `nx run api:schema`; the dashboard and its typed documents build on it. Do not edit.';
const OF_SOURCE_SYSTEMS = '# Generated from the resolvers by `nx run api:schema`; source systems deliver by it at /imports/graphql. Do not edit.';

// Decorators register types for the whole process, so only the resolvers of the wanted schema are loaded.
async function wantedSchema(): Promise<string> {
  if (process.argv[2] === 'intake') return schemaText(OF_SOURCE_SYSTEMS, (await import('./intake-server.module.js')).INTAKE_RESOLVERS);
  return schemaText(OF_READERS, (await import('./app.module.js')).VIEWER_RESOLVERS);
}

process.stdout.write(await wantedSchema());
