import express, { Router, type Request as ExpressRequest, type Response } from 'express';
import type { Configuration, KoaContextWithOIDC } from 'oidc-provider';
import { createMemoryAdapter } from 'oidc-provider/lib/adapters/memory_adapter.js';
import { Provider } from 'oidc-provider/lib/provider.js';
import type { Logger } from 'pino';
import { choicePage, faultPage, signOutPage, type ChoiceAccount, type ChoicePage, type ChoiceRemark } from './choice-page.js';
import type { ProviderKeys } from './provider-keys.js';

/** Path under which the embedded provider is reached, also for itself. */
export const EMBEDDED_PROVIDER = '/demo-sign-in';
export const EMBEDDED_CLIENT_ID = 'rolvast';
const HOUR_SECONDS = 3_600;
const CLOCK_TOLERANCE_SECONDS = 5;

/** What the embedded provider is made of. */
export interface EmbeddedProviderOptions {
  readonly publicUrl: URL;
  readonly keys: ProviderKeys;
  readonly accounts: readonly ChoiceAccount[];
  readonly remarks: readonly ChoiceRemark[];
  readonly logger: Logger;
}

/**
 * A real OpenID provider inside the process, for trying things: it has accounts to choose from and no password. What it
 * remembers of browsers is gone after a restart; sessions of the application are not its own and stay.
 */
export function embeddedProvider(options: EmbeddedProviderOptions): Router {
  const { publicUrl, accounts, remarks, logger } = options;
  const provider = new Provider(new URL(EMBEDDED_PROVIDER, publicUrl).href, configurationOf(options));
  provider.on('server_error', (_context, error) => logger.error({ err: error }, 'the embedded provider failed'));
  provider.on('backchannel.error', (_context, error) => logger.warn({ err: error }, 'the embedded provider could not tell of a logout'));
  const router = Router();
  router.get(`${EMBEDDED_PROVIDER}/choice/:uid`, (request, response) => {
    send(response, choicePage(accounts, remarks, `${EMBEDDED_PROVIDER}/choice/${request.params.uid}`));
  });
  router.post(`${EMBEDDED_PROVIDER}/choice/:uid`, express.urlencoded({ extended: false, limit: '1kb' }), async (request, response) => {
    const account = accounts.find(({ subject }) => subject === accountOf(request));
    if (account === undefined) send(response.status(400), faultPage());
    else await provider.interactionFinished(request, response, { login: { accountId: account.subject } }).catch(() => send(response.status(400), faultPage()));
  });
  router.use(EMBEDDED_PROVIDER, provider.callback());
  return router;
}

function configurationOf({ publicUrl, keys, accounts }: EmbeddedProviderOptions): Configuration {
  const of = (path: string): string => new URL(path, publicUrl).href;
  const backChannel = of('/auth/back-channel-logout');
  return {
    adapter: createMemoryAdapter(CLOCK_TOLERANCE_SECONDS),
    clients: [
      {
        client_id: EMBEDDED_CLIENT_ID,
        client_secret: keys.clientSecret,
        redirect_uris: [of('/auth/callback')],
        post_logout_redirect_uris: [of('/')],
        backchannel_logout_uri: backChannel,
        backchannel_logout_session_required: true,
        id_token_signed_response_alg: 'ES256',
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    jwks: { keys: [{ ...keys.signingKey, alg: 'ES256', use: 'sig', kid: 'embedded' }] },
    cookies: { keys: [keys.cookieKey], names: { session: 'demo_session', interaction: 'demo_interaction', resume: 'demo_resume' } },
    ttl: { Session: 10 * HOUR_SECONDS, Grant: 10 * HOUR_SECONDS, Interaction: HOUR_SECONDS, IdToken: HOUR_SECONDS, AccessToken: HOUR_SECONDS, AuthorizationCode: 60 },
    pkce: { required: () => true },
    scopes: ['openid'],
    interactions: { url: (_context, { uid }) => `${EMBEDDED_PROVIDER}/choice/${uid}` },
    findAccount: (_context, subject) => (accounts.some((account) => account.subject === subject) ? { accountId: subject, claims: () => ({ sub: subject }) } : undefined),
    loadExistingGrant,
    features: {
      devInteractions: { enabled: false },
      backchannelLogout: { enabled: true },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (context, form) => sendWithin(context, signOutPage(form)),
        postLogoutSuccessSource: (context) => context.redirect('/'),
      },
    },
    renderError: (context) => sendWithin(context, faultPage()),
    // It only ever talks to the application it is part of, on this machine, which its own fetch would refuse.
    fetch: (address, { method, headers, body } = {}) =>
      new Request(address).url === backChannel ? fetch(backChannel, { method: method ?? 'GET', headers: headers ?? {}, body: body ?? null }) : Promise.reject(new Error('the embedded provider reaches nobody else')),
  };
}

/** The only application asks for nothing but who somebody is: there is nothing to agree to. */
async function loadExistingGrant(context: KoaContextWithOIDC): Promise<InstanceType<Provider['Grant']> | undefined> {
  const { client, session, provider } = context.oidc;
  if (client === undefined || session?.accountId === undefined) return undefined;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope('openid');
  await grant.save();
  return grant;
}

function accountOf({ body }: ExpressRequest): unknown {
  const form: unknown = body;
  return typeof form === 'object' && form !== null && 'account' in form ? form.account : null;
}

function send(response: Response, { html, contentSecurityPolicy }: ChoicePage): void {
  response.set({ 'Content-Security-Policy': contentSecurityPolicy, 'Cache-Control': 'no-store' }).type('html').send(html);
}

function sendWithin(context: KoaContextWithOIDC, { html, contentSecurityPolicy }: ChoicePage): void {
  context.set('Content-Security-Policy', contentSecurityPolicy);
  context.type = 'html';
  context.body = html;
}
