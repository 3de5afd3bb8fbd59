import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';

const answerSchema = z.object({ href: z.string() });
const reportSchema = z.object({ read: z.number(), accepted: z.number(), unchanged: z.number() });
const jobSchema = z.object({ id: z.string(), state: z.string(), report: reportSchema.nullable() });

export type ImportedJob = z.infer<typeof jobSchema>;

export const ROWS_PER_FILE = 400;

/** A file of its own for each round: no other round has these reflections. */
export function fileOfRound(round: number): string {
  const rows = Array.from({ length: ROWS_PER_FILE }, (_, index) => `R${round}-${index};team-a;M${index % 7};D${index % 50};2026-01-${String((index % 28) + 1).padStart(2, '0')};NONE\r\n`);
  return `reflection_id;team;professional;case;reflected_on;pitfalls\r\n${rows.join('')}`;
}

/** Uploads a file. @returns where its job is; null when the connection broke or the server said that it can't now. */
export async function upload(url: string, token: string, body: string): Promise<string | null> {
  try {
    const response = await fetch(`${url}/imports`, { method: 'POST', body, headers: { 'content-type': 'text/csv', authorization: `Bearer ${token}` } });
    if (response.status === 202) return answerSchema.parse(await response.json()).href;
    await response.text();
    return null;
  } catch {
    return null;
  }
}

/** Asks until the job is finished. @throws when that takes longer than a minute. */
export async function finishedJob(url: string, token: string, href: string): Promise<ImportedJob> {
  for (let attempt = 0; attempt < 600; attempt += 1) {
    const job = await fetch(`${url}${href}`, { headers: { authorization: `Bearer ${token}` } })
      .then(async (response) => (response.status === 200 ? jobSchema.parse(await response.json()) : null))
      .catch(() => null);
    if (job?.state === 'done') return job;
    await delay(100);
  }
  throw new Error(`the job ${href} was not finished within a minute`);
}

/** Uploads until the server takes it, and waits for the end. */
export async function deliver(url: string, token: string, body: string): Promise<ImportedJob> {
  for (let attempt = 0; attempt < 60; attempt += 1) {
    const href = await upload(url, token, body);
    if (href !== null) return finishedJob(url, token, href);
    await delay(500);
  }
  throw new Error('the server took no file within half a minute');
}
