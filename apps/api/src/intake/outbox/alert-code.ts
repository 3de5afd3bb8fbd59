import { randomBytes } from 'node:crypto';

/** Digits and capitals that nobody takes for one another, read aloud or written down. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 12;
const GROUP = 4;

/** A new code of an alert, such as 7K2M-Q9XD-4TBA: 60 random bits that say nothing about the reflection. */
export function newAlertCode(): string {
  const letters = [...randomBytes(LENGTH)].map((byte) => LETTERS.charAt(byte % LETTERS.length)).join('');
  return Array.from({ length: LENGTH / GROUP }, (_, group) => letters.slice(group * GROUP, (group + 1) * GROUP)).join('-');
}
