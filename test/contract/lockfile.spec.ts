import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { WORKING_COPY } from '../support/run-program.js';

const PACKAGES = ['.', 'libs/domain', 'migrations', 'apps/api', 'apps/dashboard', 'test'];
const versions = z.record(z.string(), z.string()).optional();
const manifestSchema = z.object({ dependencies: versions, devDependencies: versions, optionalDependencies: versions });

describe('the packages', () => {
  it('come from a lockfile without the address of any registry', async () => {
    const lockfile = await readFile(`${WORKING_COPY}package-lock.json`, 'utf8');
    expect(lockfile.match(/"resolved": "(?!apps\/|libs\/|migrations"|test")[^"]*"/g)).toBeNull();
  });

  it('are pinned exactly, so that two machines build the same', async () => {
    for (const place of PACKAGES) {
      const manifest = manifestSchema.parse(JSON.parse(await readFile(`${WORKING_COPY}${place}/package.json`, 'utf8')));
      const loose = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies }).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version));
      expect(loose).toEqual([]);
    }
  });
});
