const CODE = /^[a-z0-9][a-z0-9-]{0,62}$/;

/** Whether a text has the form of a code of an organisation or a team; anything else is the code of none. */
export function isCode(text: string): boolean {
  return CODE.test(text);
}
