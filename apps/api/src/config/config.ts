import { join, resolve } from 'node:path';
import { failure, success, type Result } from '@rolvast/domain';
import { z } from 'zod';
import { isNamedWhenOpen, networkOf, networkVariables, type NetworkConfig } from './network.js';
import { findSignInFaults, signInChoice, signInVariables, type SignInChoice } from './sign-in-variables.js';

const DEFAULT_PORT = 3000;

const environment = z.object({
  DATABASE_URL: z
    .string()
    .refine(isDatabaseUrl, 'must look like postgres://user:password@host:5432/database, with user and password before the host')
    .optional(),
  ROLVAST_DATA_DIR: z.string().trim().min(1, 'must not be blank').optional(),
  ROLVAST_PSEUDONYM_KEY: z.string().optional(),
  ROLVAST_PSEUDONYM_KEY_FILE: z.string().trim().min(1, 'must not be blank').optional(),
  ROLVAST_AUDIT_HEAD_FILE: z.string().trim().min(1, 'must not be blank').optional(),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a whole number')
    .transform(Number)
    .refine((port) => port >= 1 && port <= 65_535, 'must be 1 to 65535')
    .default(DEFAULT_PORT),
  ...networkVariables,
  NODE_ENV: z.enum(['development', 'production', 'test'], 'must be development, production or test').default('development'),
  ...signInVariables,
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error'], 'must be debug, info, warn or error').default('info'),
});

const environmentWithNames = environment.refine(isNamedWhenOpen, { path: ['ROLVAST_HOST_NAMES'], message: 'must name the server when HOST is not an address of this machine only' });

const environmentOfOneKey = environmentWithNames.refine((variables) => variables.ROLVAST_PSEUDONYM_KEY === undefined || variables.ROLVAST_PSEUDONYM_KEY_FILE === undefined, {
  path: ['ROLVAST_PSEUDONYM_KEY'],
  message: 'must not be set beside ROLVAST_PSEUDONYM_KEY_FILE',
});

function isDatabaseUrl(text: string): boolean {
  if (!/^postgres(ql)?:\/\/\S+$/.test(text) || !URL.canParse(text)) return false;
  const { hostname, username, password, pathname, searchParams } = new URL(text);
  // The logins of the application are derived from the password: without one they could be guessed.
  return hostname !== '' && username !== '' && password !== '' && pathname.length > 1 && !searchParams.has('user') && !searchParams.has('password');
}

/** Everything Rolvast lets its surroundings decide. */
export interface Config {
  /** External PostgreSQL; null selects the embedded one. */
  readonly databaseUrl: string | null;
  /** Folder of the embedded database and, unless another place is named, of the key file. */
  readonly dataFolder: string;
  /** Where the pseudonym key is kept. */
  readonly pseudonymKey: { readonly kind: 'file'; readonly path: string } | { readonly kind: 'environment'; readonly variable: string; readonly text: string };
  /** File to which the last entry of every audit is added, once a day. */
  readonly auditHeadFile: string;
  readonly port: number;
  readonly network: NetworkConfig;
  /** Origin under which browsers reach the server. */
  readonly publicUrl: URL;
  readonly signIn: SignInChoice;
  /** Minutes without a request after which a session ends. */
  readonly sessionIdleMinutes: number;
  readonly nodeEnvironment: 'development' | 'production' | 'test';
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error';
}

export interface ConfigFault {
  readonly code: 'CONFIGURATION';
  readonly message: string;
}

/**
 * Reads the environment; the only place that does.
 *
 * @param variables usually process.env; an empty variable counts as not set.
 * @param workingCopy folder of the working copy, in which the data folder lies by default.
 * @returns the configuration, or one line that names every variable that is wrong.
 */
export function readConfig(
  variables: Readonly<Record<string, string | undefined>>,
  workingCopy: string,
): Result<Config, ConfigFault> {
  const filled = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const parsed = environmentOfOneKey.safeParse(filled);
  const together = findSignInFaults(filled).map(({ variable, message }) => `${variable} ${message}`);
  if (!parsed.success || together.length > 0) {
    const faults = [...(parsed.error?.issues ?? []).map((issue) => `${issue.path.join('.')} ${issue.message}`), ...together];
    return failure({ code: 'CONFIGURATION', message: `The environment is not right: ${faults.join('; ')}.` });
  }
  const dataFolder = resolve(workingCopy, parsed.data.ROLVAST_DATA_DIR ?? '.rolvast');
  const { ROLVAST_PSEUDONYM_KEY: key, ROLVAST_PSEUDONYM_KEY_FILE: keyFile } = parsed.data;
  return success({
    databaseUrl: parsed.data.DATABASE_URL ?? null,
    dataFolder,
    pseudonymKey:
      key === undefined
        ? { kind: 'file', path: keyFile === undefined ? join(dataFolder, 'pseudonym-key') : resolve(workingCopy, keyFile) }
        : { kind: 'environment', variable: 'ROLVAST_PSEUDONYM_KEY', text: key.trim() },
    auditHeadFile: resolve(dataFolder, parsed.data.ROLVAST_AUDIT_HEAD_FILE ?? 'audit-heads.ndjson'),
    port: parsed.data.PORT,
    network: networkOf(parsed.data),
    publicUrl: new URL(parsed.data.ROLVAST_PUBLIC_URL ?? `http://127.0.0.1:${parsed.data.PORT}`),
    signIn: signInChoice(parsed.data, parsed.data.NODE_ENV === 'production'),
    sessionIdleMinutes: parsed.data.ROLVAST_SESSION_IDLE_MINUTES,
    nodeEnvironment: parsed.data.NODE_ENV,
    logLevel: parsed.data.LOG_LEVEL,
  });
}
