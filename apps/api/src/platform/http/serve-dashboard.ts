import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import express, { type NextFunction, type Request, type Response } from 'express';

const OWN_PATHS = /^\/(graphql|health|assets|auth|imports|demo-sign-in)(\/|$)/;

/**
 * Serves the built dashboard beside the API. Every address of a view gets the same page, which reads its own address;
 * files with a hash in their name may be kept for ever.
 *
 * @param folder the build of the dashboard; without it only the API answers.
 */
export function serveDashboard(app: NestExpressApplication, folder: string): void {
  const page = join(folder, 'index.html');
  if (!existsSync(page)) return;
  app.use('/assets', express.static(join(folder, 'assets'), { immutable: true, maxAge: '1y', index: false }));
  app.use(express.static(folder, { index: false }));
  app.use((request: Request, response: Response, next: NextFunction) => {
    const wantsPage = request.method === 'GET' && !OWN_PATHS.test(request.path) && request.accepts(['html', 'json']) === 'html';
    if (wantsPage) response.set('Cache-Control', 'no-cache').sendFile(page);
    else next();
  });
}
