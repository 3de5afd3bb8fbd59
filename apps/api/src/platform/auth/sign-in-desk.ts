/** What must come back with somebody who went to the provider. */
export interface SignInAttempt {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
  /** A path of this site. */
  readonly returnTo: string;
}

/** Who the provider says somebody is. */
export interface Identity {
  readonly issuer: string;
  readonly subject: string;
  readonly claims: Readonly<Record<string, unknown>>;
  /** The session at the provider, when it names one. */
  readonly providerSession: string | null;
  readonly idToken: string;
}

/** The session, or the person, of whom a provider says that it ended. */
export interface EndedAtProvider {
  readonly issuer: string;
  readonly subject: string | null;
  readonly providerSession: string | null;
}

/** Keeps attempts and sessions for the routes of sign-in, which know neither who may come in nor where it is stored. */
export abstract class SignInDesk {
  /** @returns what the browser is to show when it comes back. */
  abstract openAttempt(attempt: SignInAttempt): Promise<string>;

  /** Gives an attempt back once; null when there is none, it was used or it took too long. */
  abstract takeAttempt(shown: string | null): Promise<SignInAttempt | null>;

  /**
   * Begins a new session and ends the one that the browser showed.
   *
   * @returns what the browser is to show from now on; null when this person may not come in.
   */
  abstract signIn(identity: Identity, shownBefore: string | null): Promise<string | null>;

  /** Ends a session. @returns the provider's token of it, null when there was none. */
  abstract signOut(shown: string | null): Promise<string | null>;

  /** Ends what the provider ended. */
  abstract endFromProvider(ended: EndedAtProvider): Promise<void>;
}
