import { Injectable } from '@nestjs/common';
import { afterDelivery, isSameSession, type KeptSupportSession } from '@rolvast/domain';
import type { PoolClient } from 'pg';
import { SessionStore } from '../support-sessions/session.store.js';

interface OutboxRow extends KeptSupportSession {
  readonly outboxNumber: string;
  readonly deliveredNumber: number;
  readonly teamId: number;
}

const NEXT = `
  SELECT outbox_number AS "outboxNumber", delivered_number AS "deliveredNumber", team_id AS "teamId", kind, status, planned_week AS "plannedWeek",
         planned_on::text AS "plannedOn", held_week AS "heldWeek", held_on::text AS "heldOn", themes, attendance
    FROM intake.session_outbox WHERE organisation_id = $1 ORDER BY outbox_number LIMIT $2 FOR UPDATE`;

const TAKE_OUT = 'DELETE FROM intake.session_outbox WHERE organisation_id = $1 AND outbox_number = ANY ($2::bigint[])';

/** Takes in the support sessions that a source delivered, so that they and those entered by hand are one list. */
@Injectable()
export class TakeInSessions {
  constructor(private readonly sessions: SessionStore) {}

  /** Takes in at most so many rows of an organisation. @returns how many there were. */
  async takeIn(client: PoolClient, organisationId: number, most: number): Promise<number> {
    const { rows } = await client.query<OutboxRow>(NEXT, [organisationId, most]);
    for (const row of rows) await this.takeSession(client, organisationId, row);
    if (rows.length > 0) await client.query(TAKE_OUT, [organisationId, rows.map(({ outboxNumber }) => outboxNumber)]);
    return rows.length;
  }

  private async takeSession(client: PoolClient, organisationId: number, delivered: OutboxRow): Promise<void> {
    await this.sessions.holdTeam(client, organisationId, delivered.teamId);
    const listed = (await this.sessions.holdDelivered(client, organisationId, delivered.deliveredNumber)) ?? (await this.findEntered(client, organisationId, delivered));
    if (listed === null) await this.sessions.add(client, organisationId, delivered.teamId, delivered, { deliveredNumber: delivered.deliveredNumber, promptedBy: null });
    else await this.sessions.save(client, organisationId, listed, afterDelivery(listed, delivered), delivered);
  }

  /** The session that somebody entered and no source delivered yet, if this is it. */
  private async findEntered(client: PoolClient, organisationId: number, delivered: OutboxRow) {
    const ofWeek = await this.sessions.findOfWeek(client, organisationId, delivered.teamId, delivered.kind, delivered.plannedWeek);
    return ofWeek.find((session) => session.deliveredNumber === null && isSameSession(session, delivered)) ?? null;
  }
}
