import { ApolloArmor } from '@escape.tech/graphql-armor';
import { GraphQLError, type ValidationContext, type ValidationRule } from 'graphql';

/**
 * What one request may ask for, for readers and for source systems alike. The largest document of the dashboard takes
 * 86 tokens, depth 4 and cost 137, everything a source system can ask 71 tokens and cost 91: a page can grow threefold
 * before a limit must.
 */
export const GRAPHQL_LIMITS = {
  /** Bytes of a body: the variables of the largest reflection several times over. A larger one is refused before it is read. */
  bodyBytes: 64 * 1024,
  /** Words and signs of a document. Ends the reading of a text of thousands of aliases before anything is made of it. */
  tokens: 500,
  /** Fields after every fragment is written out. Fragments that double each other multiply here and not in the database. */
  recursiveSelections: 250,
  /** Fields within fields. The schema itself ends at five. */
  depth: 8,
  /** Fields under another name: each could be one and the same expensive question once more. */
  aliases: 10,
  /** Directives in the whole document; there are two to choose from. */
  directives: 10,
  /** Points for every field, half as much again for each step deeper. */
  cost: 500,
  /** Faults that are told of one document; looking for more of them costs more than it says. */
  toldFaults: 20,
  /** Entries of a list for which a number can be asked. Each argument says its own maximum in the schema; test/contract/page-size.spec.ts holds it to this. */
  pageSize: 100,
} as const;

/** Reported and not thrown: thrown inside validation it would leave as a fault of ours. */
const told = {
  propagateOnRejection: false,
  onReject: [
    (context: ValidationContext | null, error: GraphQLError) => {
      context?.reportError(error);
    },
  ],
};

/**
 * The rules that hold a document to the limits. They run after the rules of the language, so every fragment exists and
 * none contains itself.
 */
export function limitRules(): ValidationRule[] {
  const { validationRules } = new ApolloArmor({
    // It answers 500; the parser has a limit of its own.
    maxTokens: { enabled: false },
    // In production the server itself hides names; in development suggestions help.
    blockFieldSuggestion: { enabled: false },
    maxDepth: { n: GRAPHQL_LIMITS.depth, ...told },
    // By default it lets __typename have as many names as there are.
    maxAliases: { n: GRAPHQL_LIMITS.aliases, allowList: [], ...told },
    maxDirectives: { n: GRAPHQL_LIMITS.directives, ...told },
    costLimit: { maxCost: GRAPHQL_LIMITS.cost, ...told },
  }).protect();
  return validationRules;
}
