import { Injectable } from '@nestjs/common';
import { failure, PURPOSE_LENGTH, screenText, type Result, type TextFault } from '@rolvast/domain';
import type { PoolClient } from 'pg';
import { Clock } from '../../platform/clock/clock.js';
import { CareDesk, type RightsFault } from '../desk/care-desk.js';
import type { CareViewer } from '../desk/care-viewer.js';

const SAVE_PURPOSE = `
  INSERT INTO care.list_purpose (organisation_id, session_key, user_number, purpose, given_at) VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT (organisation_id, session_key) DO NOTHING`;

/** A session lasts ten hours at most; the audit keeps the purpose. */
const FORGET_OLD = "DELETE FROM care.list_purpose WHERE organisation_id = $1 AND given_at < $2::timestamptz - interval '1 day'";

/** The purpose that was given in a session, or null. */
export async function findPurpose(client: PoolClient, { organisationId, sessionKey, userNumber }: CareViewer): Promise<string | null> {
  const { rows } = await client.query<{ purpose: string }>('SELECT purpose FROM care.list_purpose WHERE organisation_id = $1 AND session_key = $2 AND user_number = $3', [
    organisationId,
    sessionKey,
    userNumber,
  ]);
  return rows[0]?.purpose ?? null;
}

/** Takes down why somebody looks at alerts, before any is shown. */
@Injectable()
export class AlertPurposeService {
  constructor(
    private readonly desk: CareDesk,
    private readonly clock: Clock,
  ) {}

  /** Keeps the purpose for the rest of the session, with a line in the audit. The first one of a session stays. */
  give(viewer: CareViewer, text: string): Promise<Result<true, RightsFault | TextFault>> {
    return this.desk.serve(viewer, { operation: 'Mutation.giveAlertPurpose', isAudited: true, place: null }, async ({ client }) => {
      const screened = screenText(text, PURPOSE_LENGTH);
      if (!screened.ok) return failure(screened.fault);
      const now = this.clock.now();
      await client.query(FORGET_OLD, [viewer.organisationId, now]);
      await client.query(SAVE_PURPOSE, [viewer.organisationId, viewer.sessionKey, viewer.userNumber, screened.value, now]);
      return { ok: true, value: { value: true, reason: screened.value } };
    });
  }
}
