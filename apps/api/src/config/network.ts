import { isIP } from 'node:net';
import { z } from 'zod';

const LOOPBACK = /^(127\.\d{1,3}\.\d{1,3}\.\d{1,3}|::1|localhost)$/;
const HOST_NAME = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/;
const MOST_HOPS = 10;

/** The variables that say who can reach the server. */
export const networkVariables = {
  HOST: z
    .string()
    .trim()
    .refine((host) => host === 'localhost' || isIP(host) !== 0, 'must be localhost or an IP address to listen on')
    .default('127.0.0.1'),
  ROLVAST_HOST_NAMES: z
    .string()
    .transform(listOf)
    .refine((names) => names.length > 0 && names.every(isHostName), 'must be host names without scheme or port, separated by commas')
    .optional(),
  ROLVAST_TRUSTED_PROXY: z
    .string()
    .transform(listOf)
    .refine(isTrustedProxy, `must be addresses or networks like 10.0.0.0/8, separated by commas, or the number of proxies, 1 to ${MOST_HOPS}`)
    .optional(),
};

interface NetworkVariables {
  readonly HOST: string;
  readonly ROLVAST_HOST_NAMES?: readonly string[] | undefined;
  readonly ROLVAST_TRUSTED_PROXY?: readonly string[] | undefined;
}

/** Who can reach the server, and whom it believes. */
export interface NetworkConfig {
  /** Address to listen on. */
  readonly host: string;
  /** Names by which it may be called, beside those of this machine itself. */
  readonly hostNames: readonly string[];
  /** Proxies of which it believes who asked and whether that was over TLS; null believes nobody. */
  readonly trustedProxy: number | readonly string[] | null;
}

/** Whether an address can only be reached from this machine. */
export function isLoopback(host: string): boolean {
  return LOOPBACK.test(host);
}

/** Whoever opens the server to others says under which name, or nobody could reach it and anybody could pretend. */
export function isNamedWhenOpen({ HOST, ROLVAST_HOST_NAMES }: NetworkVariables): boolean {
  return isLoopback(HOST) || ROLVAST_HOST_NAMES !== undefined;
}

export function networkOf({ HOST, ROLVAST_HOST_NAMES, ROLVAST_TRUSTED_PROXY }: NetworkVariables): NetworkConfig {
  return { host: HOST, hostNames: ROLVAST_HOST_NAMES ?? [], trustedProxy: ROLVAST_TRUSTED_PROXY === undefined ? null : trustOf(ROLVAST_TRUSTED_PROXY) };
}

function trustOf(proxies: readonly string[]): number | readonly string[] {
  const [first] = proxies;
  return first !== undefined && /^\d+$/.test(first) ? Number(first) : proxies;
}

function listOf(text: string): readonly string[] {
  return text
    .split(',')
    .map((part) => part.trim().toLowerCase())
    .filter((part) => part !== '');
}

function isHostName(name: string): boolean {
  return HOST_NAME.test(name) || (name.startsWith('[') && name.endsWith(']') && isIP(name.slice(1, -1)) === 6);
}

function isTrustedProxy(proxies: readonly string[]): boolean {
  const [first] = proxies;
  if (proxies.length === 1 && first !== undefined && /^\d+$/.test(first)) return Number(first) >= 1 && Number(first) <= MOST_HOPS;
  return proxies.length > 0 && proxies.every(isNetwork);
}

function isNetwork(text: string): boolean {
  const [address = '', prefix, ...more] = text.split('/');
  const version = isIP(address);
  if (version === 0 || more.length > 0) return false;
  if (prefix === undefined) return true;
  // A network of everybody trusts whatever anybody says about himself.
  return /^\d{1,3}$/.test(prefix) && Number(prefix) >= 1 && Number(prefix) <= (version === 4 ? 32 : 128);
}
