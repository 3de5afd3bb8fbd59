/**
 * Parts of oidc-provider below its index, which says on standard error that it prefers another Node and a database of its
 * own, once each: the log is one JSON object a line. Exact versions are pinned, so the files stay where they are.
 */
declare module 'oidc-provider/lib/provider.js' {
  export { default as Provider } from 'oidc-provider';
}

declare module 'oidc-provider/lib/adapters/memory_adapter.js' {
  import type { AdapterConstructor } from 'oidc-provider';

  export function createMemoryAdapter(clockToleranceSeconds: number): AdapterConstructor;
}
