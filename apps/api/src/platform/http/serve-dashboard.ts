import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import express, { type NextFunction, type Request, type Response } from 'express';
import { isApiPath } from './api-paths.js';


/** Beside the page, under a name that is never served: the documents the page was built with. */
export const PERSISTED_DOCUMENTS_FILE = '.persisted-documents.json';

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
  app.use(express.static(folder, { index: false, dotfiles: 'ignore' }));
  app.use((request: Request, response: Response, next: NextFunction) => {
    const wantsPage = request.method === 'GET' && !isApiPath(request.path) && !request.path.startsWith('/assets/') && request.accepts(['html', 'json']) === 'html';
    if (wantsPage) response.set('Cache-Control', 'no-cache').sendFile(page);
    else next();
  });
}
