import '../../../../api/src/intake/secret.js';

export const two = 2;
