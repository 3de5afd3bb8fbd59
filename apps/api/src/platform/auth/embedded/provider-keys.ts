import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { exportJWK, generateKeyPair } from 'jose';
import { z } from 'zod';
import { errorCodeOf } from '../../errors/error-code.js';

const keysSchema = z.object({
  clientSecret: z.string().min(32),
  cookieKey: z.string().min(32),
  signingKey: z.object({ kty: z.literal('EC'), crv: z.literal('P-256'), x: z.string(), y: z.string(), d: z.string() }),
});

/** The secrets of the embedded provider: they stay, so that who signed in before a restart can still sign out after it. */
export type ProviderKeys = z.infer<typeof keysSchema>;

/** Reads the keys of the embedded provider; makes them when there are none. Only their owner may read the file. */
export async function keepProviderKeys(path: string): Promise<ProviderKeys> {
  const present = await readKeys(path);
  if (present !== null) return present;
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const keys = keysSchema.parse({ clientSecret: randomBytes(32).toString('base64url'), cookieKey: randomBytes(32).toString('base64url'), signingKey: await exportJWK(privateKey) });
  await mkdir(dirname(path), { recursive: true });
  try {
    const file = await open(path, 'wx', 0o600);
    await file.writeFile(`${JSON.stringify(keys)}\n`);
    await file.close();
    return keys;
  } catch (error) {
    // Another process was first.
    if (errorCodeOf(error) === 'EEXIST') return (await readKeys(path)) ?? keys;
    throw error;
  }
}

async function readKeys(path: string): Promise<ProviderKeys | null> {
  try {
    return keysSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (error) {
    if (errorCodeOf(error) === 'ENOENT') return null;
    throw error;
  }
}
