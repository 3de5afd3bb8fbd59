import type { NextFunction, Request, Response } from 'express';
import { isApiPath } from './api-paths.js';

const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Everything a page could ask the device for, and we never do. */
const PERMISSIONS_POLICY = ['accelerometer', 'camera', 'display-capture', 'geolocation', 'gyroscope', 'microphone', 'midi', 'payment', 'publickey-credentials-get', 'screen-wake-lock', 'usb', 'xr-spatial-tracking']
  .map((feature) => `${feature}=()`)
  .join(', ');

const FOR_EVERY_ANSWER = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': PERMISSIONS_POLICY,
  'X-Permitted-Cross-Domain-Policies': 'none',
  'X-DNS-Prefetch-Control': 'off',
} as const;

/** A year. Sub-domains are left to whoever owns the domain. */
const STRICT_TRANSPORT = 'max-age=31536000';

/**
 * What every answer tells the browser: nothing from elsewhere, no guessing of types, no frames, no address handed on.
 * Answers of the API are kept nowhere. Only over TLS, which a trusted proxy tells, the browser is asked to insist on it.
 */
export function securityHeaders(request: Request, response: Response, next: NextFunction): void {
  response.set(FOR_EVERY_ANSWER);
  if (request.secure) response.set('Strict-Transport-Security', STRICT_TRANSPORT);
  if (isApiPath(request.path)) response.set('Cache-Control', 'no-store');
  next();
}
