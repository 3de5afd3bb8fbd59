import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';
import { persistedDocuments } from './persisted-documents-plugin.ts';
import { themeCss } from './theme-css-plugin.ts';

/** The API of the dev loop; in production the API itself serves `dist`, on the same origin. */
const API = 'http://127.0.0.1:3000';

export default defineConfig({
  plugins: [react(), themeCss(), persistedDocuments()],
  // The domain is compiled from its sources, so that a build never shows an older `dist` of it.
  resolve: { conditions: ['@rolvast/source', ...defaultClientConditions] },
  build: {
    outDir: 'dist',
    sourcemap: false,
    target: 'es2022',
    // A strict content security policy refuses `data:` addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { proxy: { '/graphql': API, '/auth': API, '/demo-sign-in': API } },
});
