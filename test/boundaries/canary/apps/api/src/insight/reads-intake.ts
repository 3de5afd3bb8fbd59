import { secret } from '../intake/secret.js';

export const leaked = secret;
