import { TextDecoder, TextEncoder } from 'node:util';

/** What a browser has, jsdom lacks and the router asks for. */
Object.assign(globalThis, { TextDecoder, TextEncoder });
