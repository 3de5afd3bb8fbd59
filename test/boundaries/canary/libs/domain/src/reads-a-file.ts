import { readFileSync } from 'node:fs';

export const content = readFileSync('/etc/hostname', 'utf8');
