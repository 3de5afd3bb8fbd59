import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { invisibleChildRule, type ChildFields, type CoarseRule } from '@rolvast/domain';
import type { PoolClient } from 'pg';
import { toNoticedPitfall } from '../reflection-store/stored-reflection.js';
import { newAlertCode } from './alert-code.js';
import * as sql from './alert-outbox.sql.js';

/** The delivery that a merge belongs to. */
export interface PutOutFor {
  readonly organisationId: number;
  readonly jobId: string;
  /** The importer token that may fetch the codes; null on this machine, where nobody shows them to a professional. */
  readonly tokenId: string | null;
}

interface Candidate extends Omit<ChildFields, 'pitfalls'> {
  readonly place: string;
  readonly line: number;
  readonly alertLink: string | null;
  readonly revision: number;
  readonly status: 'final' | 'withdrawn';
  readonly teamId: number;
  readonly pitfalls: readonly string[] | null;
}

interface PutOut {
  readonly place: string;
  readonly line: number;
  readonly isNew: boolean;
  readonly alertLink: string;
  readonly code: string | null;
  readonly teamId: number;
  readonly revision: number;
  readonly standing: 'met' | 'no-longer-met' | 'withdrawn';
  readonly missing: readonly string[];
  readonly ground: string | null;
}

/** The outbox of alerts: what a merge leaves for care, in the transaction of the merge. */
@Injectable()
export class AlertOutbox {
  /**
   * Puts out what the merge of this transaction changed about alerts: a reflection that meets the rule for the first time, and every later revision
   * or withdrawal of one that ever did. Asks the domain's rule about each candidate that the merge noted.
   */
  async putOut(client: PoolClient, delivery: PutOutFor): Promise<void> {
    await client.query(sql.DECLARE_CANDIDATES, [delivery.organisationId]);
    let hasPutOut = false;
    for (;;) {
      const { rows } = await client.query<Candidate>(sql.FETCH_CANDIDATES);
      if (rows.length === 0) break;
      const puts = rows.map(judge).filter((put) => put !== null);
      if (puts.length > 0) await write(client, delivery, puts);
      hasPutOut ||= puts.length > 0;
    }
    await client.query(sql.CLOSE_CANDIDATES);
    if (hasPutOut) await client.query(sql.ADD_OUTBOX_JOB, [delivery.organisationId]);
  }
}

function judge({ place, line, alertLink, revision, status, teamId, ...fields }: Candidate): PutOut | null {
  const rule = status === 'withdrawn' ? null : invisibleChildRule({ ...fields, pitfalls: fields.pitfalls?.map(toNoticedPitfall) ?? null });
  if (alertLink === null && rule === null) return null;
  const put = { place, line, revision, teamId, ...outcomeOf(status, rule) };
  return alertLink === null ? { ...put, isNew: true, alertLink: randomUUID(), code: newAlertCode() } : { ...put, isNew: false, alertLink, code: null };
}

function outcomeOf(status: Candidate['status'], rule: CoarseRule | null): Pick<PutOut, 'standing' | 'missing' | 'ground'> {
  if (rule !== null) return { standing: 'met', missing: rule.missing, ground: rule.ground };
  return { standing: status === 'withdrawn' ? 'withdrawn' : 'no-longer-met', missing: [], ground: null };
}

async function write(client: PoolClient, { organisationId, jobId, tokenId }: PutOutFor, puts: readonly PutOut[]): Promise<void> {
  const raised = puts.filter(({ isNew }) => isNew);
  await client.query(sql.LINK_REFLECTIONS, [organisationId, raised.map(({ place }) => place), raised.map(({ alertLink }) => alertLink)]);
  await client.query(sql.PUT_OUT_ALERTS, [organisationId, JSON.stringify(puts)]);
  if (tokenId !== null) await client.query(sql.KEEP_CODES, [organisationId, jobId, raised.map(({ line }) => line), raised.map(({ code }) => code)]);
}
