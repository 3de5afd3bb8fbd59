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

/** What became of an upload: where its job is, or in what way it was not taken. */
type Uploaded = { readonly href: string } | { readonly answer: string };

async function tryUpload(url: string, token: string, body: string): Promise<Uploaded> {
  try {
    const response = await fetch(`${url}/imports`, { method: 'POST', body, headers: { 'content-type': 'text/csv', authorization: `Bearer ${token}` } });
    if (response.status === 202) return { href: answerSchema.parse(await response.json()).href };
    return { answer: `${response.status} ${await response.text()}` };
  } catch (error) {
    return { answer: String(error) };
  }
}

/** Uploads a file. @returns where its job is; null when the connection broke or the server said that it can't now. */
export async function upload(url: string, token: string, body: string): Promise<string | null> {
  const uploaded = await tryUpload(url, token, body);
  return 'href' in uploaded ? uploaded.href : null;
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

/** Uploads until the server takes it, and waits for the end. @throws with the last answers when it takes none for half a minute. */
export async function deliver(url: string, token: string, body: string): Promise<ImportedJob> {
  const answers: string[] = [];
  const until = Date.now() + 30_000;
  // By the clock and by number: on a machine that is busy with other things a few attempts can take all of the time.
  while (Date.now() < until || answers.length < 20) {
    const uploaded = await tryUpload(url, token, body);
    if ('href' in uploaded) return finishedJob(url, token, uploaded.href);
    answers.push(uploaded.answer);
    await delay(500);
  }
  throw new Error(`the server took no file within half a minute and ${answers.length} attempts; the last answers: ${answers.slice(-3).join(' | ')}`);
}
