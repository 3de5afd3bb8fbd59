import type { TypedDocumentString } from './generated/graphql';

/** What goes to the API: which document, and its variables. */
export interface Question<Variables> {
  /** Names a document of this build; what the API runs. */
  readonly documentId: string;
  /** The same document to be read by people while a page is being made. */
  readonly query?: string;
  readonly variables: Variables;
}

/** Only the dev server of Vite gives a module an environment; in a build the expression is gone. */
const IS_DEV_SERVER: boolean = 'env' in import.meta && import.meta.env.DEV;

/**
 * The question that a document asks.
 *
 * In production the API runs the documents of its own build and refuses text, so a build sends the id alone.
 *
 * @throws Error for a document without an id: the generated documents are out of date (`npx nx run dashboard:codegen`).
 */
export function questionOf<Result, Variables>(document: TypedDocumentString<Result, Variables>, variables: Variables, sendsText = IS_DEV_SERVER): Question<Variables> {
  const id: unknown = document.__meta__?.['hash'];
  if (typeof id !== 'string') throw new Error('a document has no id: generate the documents again');
  return { documentId: id, ...(sendsText ? { query: document.toString() } : {}), variables };
}
