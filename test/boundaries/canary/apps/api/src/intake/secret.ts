export const secret = 'what came in';
