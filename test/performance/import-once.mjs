import { Buffer } from 'node:buffer';
import { performance } from 'node:perf_hooks';
import { clearInterval, setInterval } from 'node:timers';
import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';

/** Imports one file through the service of the command line. Prints seconds, report and the growth of its own memory. */
const dist = new URL('../../apps/api/dist/', import.meta.url);
const { CommandModule } = await import(new URL('command.module.js', dist));
const { ImportFilesService } = await import(new URL('intake/import-files/import-files.service.js', dist));
const surroundings = { address: JSON.parse(process.env.ROLVAST_BENCH_ADDRESS), masterKey: { bytes: Buffer.alloc(32, 7), path: '' } };
const app = await NestFactory.createApplicationContext(CommandModule.forRoot(surroundings), { logger: false });
const rss = () => process.memoryUsage.rss() / 1e6;
const before = rss();
let most = before;
const watching = setInterval(() => (most = Math.max(most, rss())), 50);
const start = performance.now();
const terms = { organisationCode: 'bench', wayIn: 'command', tokenId: null, isStrict: false };
const imported = await app.get(ImportFilesService).importNow(terms, process.argv[2], { source: null, kind: 'reflections' });
const seconds = (performance.now() - start) / 1000;
clearInterval(watching);
await app.close();
const { rejections, ...report } = imported.value;
process.stdout.write(JSON.stringify({ seconds, report: { ...report, rejections: rejections.length }, memoryMb: most - before }));
