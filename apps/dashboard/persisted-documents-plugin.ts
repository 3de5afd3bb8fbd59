import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const GENERATED = fileURLToPath(new URL('src/graphql/generated/persisted-documents.json', import.meta.url));

/**
 * Lays the documents that this build asks for beside it, so that a server in production runs these and no others. The
 * name begins with a dot: the server reads the file and serves it to nobody.
 */
export function persistedDocuments(): Plugin {
  return {
    name: 'rolvast-persisted-documents',
    apply: 'build',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: '.persisted-documents.json', source: readFileSync(GENERATED, 'utf8') });
    },
  };
}
