import 'reflect-metadata';
import { masked } from './commands/masked.js';
import { serve } from './commands/serve.js';

process.exitCode = await masked(serve);
