import { leaked } from './reads-intake.js';

export const own = leaked;
