/** First words of the addresses at which programs are answered; everything else is a page or a part of one. */
const API_PATHS = /^\/(graphql|imports|health|auth|demo-sign-in)(\/|$)/;

/** Whether an address belongs to the API: its answers are JSON and are never kept. */
export function isApiPath(path: string): boolean {
  return API_PATHS.test(path);
}
