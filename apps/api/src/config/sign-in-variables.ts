import { z } from 'zod';

const SIGN_IN_FORM = 'must be demo or provider';

/** The variables of sign-in, apart from how they go together. */
export const signInVariables = {
  ROLVAST_PUBLIC_URL: z.string().refine(isPublicUrl, 'must be an origin such as https://rolvast.example.org, or http on this machine alone').optional(),
  ROLVAST_SIGN_IN: z.enum(['demo', 'provider'], SIGN_IN_FORM).optional(),
  ROLVAST_OIDC_ISSUER: z.string().refine(isIssuer, 'must be the https address of the issuer, or http on this machine alone').optional(),
  ROLVAST_OIDC_CLIENT_ID: z.string().trim().min(1, 'must not be blank').optional(),
  ROLVAST_OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  ROLVAST_OIDC_SCOPES: z
    .string()
    .refine((scopes) => scopes.split(' ').includes('openid'), 'must hold openid')
    .default('openid profile email'),
  ROLVAST_OIDC_LINK_CLAIM: z.string().trim().min(1, 'must not be blank').default('email'),
  ROLVAST_OIDC_GROUPS_CLAIM: z.string().trim().min(1, 'must not be blank').default('groups'),
  ROLVAST_GROUP_ROLES_FILE: z.string().trim().min(1, 'must not be blank').optional(),
  ROLVAST_SESSION_IDLE_MINUTES: z
    .string()
    .regex(/^\d{1,3}$/, 'must be a whole number of minutes')
    .transform(Number)
    .refine((minutes) => minutes >= 1 && minutes <= 600, 'must be 1 to 600')
    .default(30),
} as const;

type SignInVariables = z.infer<z.ZodObject<typeof signInVariables>>;

/** How people sign in. */
export type SignInChoice =
  | { readonly kind: 'demo' }
  | { readonly kind: 'provider'; readonly issuer: string; readonly clientId: string; readonly clientSecret: string; readonly scopes: string; readonly linkClaim: string; readonly groupsClaim: string; readonly groupRolesFile: string | null }
  /** Production without a provider: there is nothing to serve with, but commands run. */
  | { readonly kind: 'none' };

/** Names every variable that must come with another one and does not. */
export function findSignInFaults(variables: Readonly<Record<string, unknown>>): readonly { readonly variable: string; readonly message: string }[] {
  const faults = [];
  const wantsProvider = variables['ROLVAST_SIGN_IN'] === 'provider' || variables['ROLVAST_OIDC_ISSUER'] !== undefined;
  for (const variable of ['ROLVAST_OIDC_ISSUER', 'ROLVAST_OIDC_CLIENT_ID', 'ROLVAST_OIDC_CLIENT_SECRET'] as const) {
    if (wantsProvider && variables[variable] === undefined) faults.push({ variable, message: 'must be set to sign in at a provider' });
    if (variables['ROLVAST_SIGN_IN'] === 'demo' && variables[variable] !== undefined) faults.push({ variable, message: 'must not be set beside ROLVAST_SIGN_IN=demo' });
  }
  return faults;
}

/** The choice that the variables make together; demonstration accounts in production only when they are asked for by name. */
export function signInChoice(variables: SignInVariables, isProduction: boolean): SignInChoice {
  const { ROLVAST_OIDC_ISSUER: issuer, ROLVAST_OIDC_CLIENT_ID: clientId, ROLVAST_OIDC_CLIENT_SECRET: clientSecret } = variables;
  if (issuer !== undefined && clientId !== undefined && clientSecret !== undefined) {
    return {
      kind: 'provider',
      issuer,
      clientId,
      clientSecret,
      scopes: variables.ROLVAST_OIDC_SCOPES,
      linkClaim: variables.ROLVAST_OIDC_LINK_CLAIM,
      groupsClaim: variables.ROLVAST_OIDC_GROUPS_CLAIM,
      groupRolesFile: variables.ROLVAST_GROUP_ROLES_FILE ?? null,
    };
  }
  return isProduction && variables.ROLVAST_SIGN_IN !== 'demo' ? { kind: 'none' } : { kind: 'demo' };
}

const THIS_MACHINE = new Set(['127.0.0.1', 'localhost', '[::1]']);

function isSafe({ protocol, hostname, username }: URL): boolean {
  return username === '' && (protocol === 'https:' || (protocol === 'http:' && THIS_MACHINE.has(hostname)));
}

function isPublicUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return isSafe(url) && url.pathname === '/' && url.search === '' && url.hash === '';
}

function isIssuer(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return isSafe(url) && url.search === '' && url.hash === '';
}
