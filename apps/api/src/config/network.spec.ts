import { describe, expect, it } from '@jest/globals';
import { readConfig } from './config.js';

const FOLDER = '/srv/rolvast';
const NAMED = { HOST: '0.0.0.0', ROLVAST_HOST_NAMES: 'rolvast.example' };

function networkOf(variables: Readonly<Record<string, string>>): unknown {
  const result = readConfig(variables, FOLDER);
  return result.ok ? result.value.network : result.fault.message;
}

describe('who can reach the server', () => {
  it('is only this machine, and nobody is believed, without settings', () => {
    expect(networkOf({})).toEqual({ host: '127.0.0.1', hostNames: [], trustedProxy: null });
    expect(networkOf({ HOST: '', ROLVAST_HOST_NAMES: '', ROLVAST_TRUSTED_PROXY: '' })).toEqual(networkOf({}));
  });

  it.each(['127.0.0.1', '127.0.0.2', '::1', 'localhost'])('may be this machine by another address, without a name: %s', (HOST) => {
    expect(networkOf({ HOST })).toEqual({ host: HOST, hostNames: [], trustedProxy: null });
  });

  it.each(['0.0.0.0', '::', '192.168.1.4', '10.0.0.1', '127.0.0.1.example'])('is nobody else without a name for it: HOST=%s', (HOST) => {
    expect(networkOf({ HOST })).toMatch(/^The environment is not right: (ROLVAST_HOST_NAMES must name the server|HOST must be)/);
  });

  it.each([
    ['rolvast.example', ['rolvast.example']],
    [' Rolvast.Example , 192.168.1.4,[2001:db8::1] ', ['rolvast.example', '192.168.1.4', '[2001:db8::1]']],
  ])('is whoever calls it by one of the names: %s', (names, hostNames) => {
    expect(networkOf({ ...NAMED, ROLVAST_HOST_NAMES: names })).toEqual({ host: '0.0.0.0', hostNames, trustedProxy: null });
  });

  it.each(['https://rolvast.example', 'rolvast.example:443', '*', '*.example', ',', 'a b', 'rolvast..example', '-a.example'])('is nobody by a name that is none: %s', (ROLVAST_HOST_NAMES) => {
    expect(networkOf({ HOST: '0.0.0.0', ROLVAST_HOST_NAMES })).toContain('ROLVAST_HOST_NAMES must be host names without scheme or port');
  });
});

describe('which proxies are believed', () => {
  it.each([
    ['1', 1],
    ['2', 2],
    ['10.0.0.1', ['10.0.0.1']],
    ['10.0.0.0/8, fd00::/8', ['10.0.0.0/8', 'fd00::/8']],
  ])('is a number of them, or their addresses: %s', (ROLVAST_TRUSTED_PROXY, trustedProxy) => {
    expect(networkOf({ ROLVAST_TRUSTED_PROXY })).toMatchObject({ trustedProxy });
  });

  it.each(['0', '11', '-1', 'true', '*', 'proxy.example', '0.0.0.0/0', '::/0', '10.0.0.0/33', '10.0.0.1/', '1,2', '10.0.0.0/8/8', ','])('is never everybody, or something that is no address: %s', (ROLVAST_TRUSTED_PROXY) => {
    expect(networkOf({ ROLVAST_TRUSTED_PROXY })).toContain('ROLVAST_TRUSTED_PROXY must be addresses or networks');
  });
});
