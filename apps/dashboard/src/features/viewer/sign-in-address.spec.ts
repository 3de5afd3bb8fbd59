import { describe, expect, it } from '@jest/globals';
import { readSignInAddress, signInAddress } from './sign-in-address';

function read(address: string): ReturnType<typeof readSignInAddress> {
  return readSignInAddress(new URL(address, 'http://rolvast.example'));
}

describe('the address of signing in', () => {
  it('takes the whole view along', () => {
    expect(signInAddress('/o/t/pitfall-any?months=12#x')).toBe('/auth/sign-in?to=%2Fo%2Ft%2Fpitfall-any%3Fmonths%3D12%23x');
  });

  it('is that of the page somebody is on', () => {
    expect(read('/o/t/pitfall-any?months=12#x')).toEqual({ to: '/o/t/pitfall-any?months=12#x', fault: null });
  });

  it('says on the page of signing in what did not work and where to go', () => {
    expect(read('/sign-in?fault=expired&to=%2Fmethods')).toEqual({ to: '/methods', fault: 'expired' });
  });

  it.each(['/sign-in', '/sign-in?fault=nonsense&to=//evil.example', '/sign-in?to=https://evil.example'])('leads to the start from %s', (address) => {
    expect(read(address)).toEqual({ to: '/', fault: null });
  });
});
