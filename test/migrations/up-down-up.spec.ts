import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, ownerDataSource, queryOnce, type TestDatabase } from '@rolvast/api/testing';
import { MIGRATIONS } from '@rolvast/migrations';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase('template0');
});
afterAll(() => database.drop());

const OWN = "NOT IN ('pg_catalog', 'information_schema', 'pg_toast')";
const FINGERPRINT: Readonly<Record<string, string>> = {
  columns: `SELECT table_schema, table_name, column_name, ordinal_position, data_type, is_nullable, column_default, is_identity
              FROM information_schema.columns WHERE table_schema ${OWN} AND table_name <> 'rolvast_migration' ORDER BY 1, 2, 4`,
  constraints: `SELECT conrelid::regclass::text AS place, conname, pg_get_constraintdef(oid) FROM pg_constraint
                 WHERE connamespace::regnamespace::text ${OWN} AND conrelid::regclass::text <> 'rolvast_migration' ORDER BY 1, 2`,
  indexes: `SELECT indexdef FROM pg_indexes WHERE schemaname ${OWN} AND tablename <> 'rolvast_migration' ORDER BY 1`,
  tableGrants: `SELECT grantee, table_schema, table_name, privilege_type FROM information_schema.table_privileges
                 WHERE table_schema ${OWN} AND table_name <> 'rolvast_migration' ORDER BY 1, 2, 3, 4`,
  schemaGrants: `SELECT nspname, nspacl::text FROM pg_namespace WHERE nspname ${OWN} AND nspname NOT LIKE 'pg_%' ORDER BY 1`,
};

async function fingerprint(): Promise<Record<string, unknown[]>> {
  const parts = await Promise.all(Object.entries(FINGERPRINT).map(async ([name, query]) => [name, await queryOnce(database.adminUrl, query)] as const));
  return Object.fromEntries(parts);
}

async function allUp(): Promise<void> {
  const source = await ownerDataSource(database.address.owner).initialize();
  await source.runMigrations({ transaction: 'each' });
  await source.destroy();
}

async function allDown(): Promise<void> {
  const source = await ownerDataSource(database.address.owner).initialize();
  for (const migration of MIGRATIONS) {
    expect(migration.name).toMatch(/\d{13}$/);
    await source.undoLastMigration({ transaction: 'each' });
  }
  await source.destroy();
}

/** A row in every table, so that going down has something to lose. */
async function populate(): Promise<void> {
  for (const statement of ROWS) await queryOnce(database.adminUrl, statement);
  const tables = await queryOnce<{ place: string }>(database.adminUrl, `SELECT schemaname || '.' || tablename AS place FROM pg_tables WHERE schemaname IN ('access', 'care', 'intake', 'publish', 'published')`);
  for (const { place } of tables) {
    const [row] = await queryOnce<{ count: number }>(database.adminUrl, `SELECT count(*)::int AS count FROM ${place}`);
    expect({ place, count: row?.count }).toEqual({ place, count: 1 });
  }
}

const PSEUDONYM = "decode(repeat('0a', 32), 'hex')";
const FOLLOW_UP = ["'SUPPORT_HELD', '2026-01', 80, 'own_policy'", "'2026-01', 'Moved'", "'SUPPORT_HELD', '2026-01', 'session-planned'", "'SUPPORT_HELD', '2026-01', 'team_changed'"];
const ROWS = [
  "INSERT INTO intake.organisation (code, name, key_fingerprint) VALUES ('o', 'O', '\\x00')",
  "INSERT INTO intake.region (organisation_id, code, name) SELECT organisation_id, 'r', 'R' FROM intake.organisation",
  "INSERT INTO intake.team (organisation_id, code, name, care_form, valid_from) SELECT organisation_id, 't', 'T', 'support', '2026-01-01' FROM intake.organisation",
  "INSERT INTO intake.team_period SELECT organisation_id, team_id, '2026-01-01', region_id, 5 FROM intake.team JOIN intake.region USING (organisation_id)",
  `INSERT INTO intake.reflection (organisation_id, reflection_pseudonym, revision, status, team_id, contributor_pseudonym, case_pseudonym, reflected_on, content_hash)
   SELECT organisation_id, ${PSEUDONYM}, 1, 'final', team_id, ${PSEUDONYM}, ${PSEUDONYM}, '2026-01-05', ${PSEUDONYM} FROM intake.team`,
  "INSERT INTO intake.retention (organisation_id) SELECT organisation_id FROM intake.organisation",
  "INSERT INTO intake.source (organisation_id, code) SELECT organisation_id, 's' FROM intake.organisation",
  `INSERT INTO intake.support_session (organisation_id, session_pseudonym, team_id, kind, status, planned_week)
   SELECT organisation_id, ${PSEUDONYM}, team_id, 'supervision', 'planned', '2026-W02' FROM intake.team`,
  `INSERT INTO intake.import_job (organisation_id, job_id, kind, state, way_in, is_strict, staged_rows, received, received_at, run_after)
   SELECT organisation_id, gen_random_uuid(), 'reflections', 'waiting', 'upload', false, 0, '{}', now(), now() FROM intake.organisation`,
  `INSERT INTO access.importer_token (organisation_id, token_id, label, secret_hash, created_at, expires_at)
   SELECT organisation_id, '0123456789abcdef', 'l', ${PSEUDONYM}, now(), now() + interval '1 day' FROM intake.organisation`,
  "INSERT INTO access.user_account (display_name, invited_as, created_at) VALUES ('U', 'u', now())",
  `INSERT INTO access.role_assignment (organisation_id, user_number, role, given_by, granted_at)
   SELECT organisation_id, user_number, 'team-manager', 'person', now() FROM intake.organisation, access.user_account`,
  'INSERT INTO access.assigned_team SELECT organisation_id, assignment_id, team_id FROM access.role_assignment JOIN intake.team USING (organisation_id)',
  'INSERT INTO access.assigned_region SELECT organisation_id, assignment_id, region_id FROM access.role_assignment JOIN intake.region USING (organisation_id)',
  `INSERT INTO access.sign_in_attempt VALUES (${PSEUDONYM}, 's', 'n', 'v', '/', now())`,
  `INSERT INTO access.session SELECT ${PSEUDONYM}, user_number, organisation_id, NULL, 't', now(), now(), now() FROM intake.organisation, access.user_account`,
  `INSERT INTO access.audit_entry SELECT organisation_id, 1, now(), NULL, 'r', 'd', NULL, NULL, 'done', 'q', ${PSEUDONYM}, ${PSEUDONYM} FROM intake.organisation`,
  "INSERT INTO access.audit_head_export (day, job_id, state, run_after) VALUES ('2026-01-01', gen_random_uuid(), 'waiting', now())",
  'INSERT INTO intake.outbox_job (organisation_id, job_id) SELECT organisation_id, gen_random_uuid() FROM intake.organisation',
  `INSERT INTO intake.alert_outbox (organisation_id, alert_link, team_id, revision, standing, missing) SELECT organisation_id, gen_random_uuid(), team_id, 1, 'withdrawn', '{}' FROM intake.team`,
  "INSERT INTO intake.alert_code SELECT organisation_id, job_id, 2, '0000-0000-0000' FROM intake.import_job",
  `INSERT INTO intake.session_outbox (organisation_id, delivered_number, team_id, kind, status, planned_week)
   SELECT organisation_id, delivered_number, team_id, kind, status, planned_week FROM intake.support_session`,
  `INSERT INTO care.alert (organisation_id, code, team_id, state, standing, is_closing_proposed, missing, ground, revision, raised_at, raised_on, version)
   SELECT organisation_id, '0000-0000-0000', team_id, 'open', 'met', false, '{not_seen}', 'concern', 1, now(), '2026-01-05', 1 FROM intake.team`,
  `INSERT INTO care.alert_step (organisation_id, alert_number, version, step, from_state, to_state, role, user_number, at, reason)
   SELECT organisation_id, alert_number, 2, 'acknowledge', 'open', 'acknowledged', 'quality-staff', 1, now(), 'taken_up' FROM care.alert`,
  'INSERT INTO care.alert_setting (organisation_id) SELECT organisation_id FROM intake.organisation',
  "INSERT INTO care.list_purpose SELECT organisation_id, 's', 1, 'a purpose of ten', now() FROM intake.organisation",
  `INSERT INTO care.support_session (organisation_id, team_id, kind, status, planned_week) SELECT organisation_id, team_id, 'supervision', 'planned', '2026-W02' FROM intake.team`,
  ...['target (organisation_id, unit_id, measure, from_month, value, source', 'chart_event (organisation_id, unit_id, month, title', 'review_mark (organisation_id, unit_id, measure, through_month, kind', 'rebase (organisation_id, unit_id, measure, from_month, reason'].map(
    (table, index) => `INSERT INTO care.${table}, decided_by, decided_as, decided_at) SELECT organisation_id, team_id, ${FOLLOW_UP[index]}, 1, 'director', now() FROM intake.team`,
  ),
  "INSERT INTO published.organisation SELECT organisation_id, code, name FROM intake.organisation",
  "INSERT INTO published.region SELECT organisation_id, region_id, code, name FROM intake.region",
  "INSERT INTO published.unit (organisation_id, unit_id, code, name, first_month, closed_through) SELECT organisation_id, team_id, code, name, '2026-01', '2026-02' FROM intake.team",
  "INSERT INTO published.team SELECT organisation_id, team_id, team.code, team.name, region_id, team_id FROM intake.team JOIN intake.region USING (organisation_id)",
  `INSERT INTO published.release SELECT organisation_id, 1, now(), '2026-02', 1, 1, NULL, ${PSEUDONYM}, '{}' FROM published.organisation`,
  ...['publish', 'published'].flatMap((schema) => [
    `INSERT INTO ${schema}.block (organisation_id, unit_id, number, from_month, through_month, region_id, reflections, release_number${schema === 'publish' ? ', policy_version, professionals, cases, largest_professional, largest_case' : ''})
     SELECT organisation_id, unit_id, 1, '2026-01', '2026-01', region_id, 10, 1${schema === 'publish' ? ', 1, 5, 8, 5, 5' : ''} FROM published.team`,
    `INSERT INTO ${schema}.place_block SELECT organisation_id, 'organisation', organisation_id, 1, '2026-01', '2026-03', 3, 3, 30, 1 FROM published.organisation`,
    `INSERT INTO ${schema}.place_block_member SELECT organisation_id, 'organisation', organisation_id, 1, unit_id, 1, 1 FROM published.unit`,
    `INSERT INTO ${schema}.posted_count SELECT organisation_id, 'unit', unit_id, 'noticed:any', 1, 1, 3, 1${schema === 'publish' ? ', false' : ''} FROM published.unit`,
    `INSERT INTO ${schema}.part_window SELECT organisation_id, 'unit', unit_id, 'part:noticed:any@month', 1, 1, 1 FROM published.unit`,
    `INSERT INTO ${schema}.posted_hours SELECT organisation_id, 'unit', unit_id, 'EXTRA_HOURS', 1, 1, 5, 1 FROM published.unit`,
    `INSERT INTO ${schema}.breakdown_part SELECT organisation_id, 'organisation', organisation_id, 'HOURS_BY_REASON', '2026-03', 1, '{crisis}', NULL, 1 FROM published.organisation`,
    `INSERT INTO ${schema}.breakdown_count SELECT organisation_id, 'organisation', organisation_id, 'HOURS_BY_REASON', '2026-03', 1, 'noticed:any', 3, 1 FROM published.organisation`,
    `INSERT INTO ${schema}.breakdown_hours SELECT organisation_id, 'organisation', organisation_id, 'HOURS_BY_REASON', '2026-03', 1, 'EXTRA_HOURS', 5, 1 FROM published.organisation`,
    `INSERT INTO ${schema}.participation SELECT organisation_id, unit_id, '2026-03', 'most', 1 FROM published.unit`,
    `INSERT INTO ${schema}.absent_month SELECT organisation_id, unit_id, '2026-02', 1 FROM published.unit`,
  ]),
  `INSERT INTO publish.posting SELECT organisation_id, ${PSEUDONYM}, unit_id, 1, 1 FROM published.unit`,
  "INSERT INTO publish.snapshot (organisation_id, unit_id, block_number, ordinal, contributor, care_case, reflected_on) SELECT organisation_id, unit_id, 1, 1, 1, 1, '2026-01-05' FROM published.unit",
  "INSERT INTO publish.unit_close SELECT organisation_id, unit_id, '2026-01', '2026-02' FROM published.unit",
  "INSERT INTO publish.carry SELECT organisation_id, 'unit', unit_id, 'noticed:any', -1 FROM published.unit",
  "INSERT INTO publish.policy SELECT organisation_id, 1, 5, 8, 10, 50, 10, 'proposed', 'administrator', now() FROM intake.organisation",
  "INSERT INTO publish.held_back SELECT organisation_id, now(), '2026-02', '{reason}' FROM intake.organisation",
  "INSERT INTO publish.readiness SELECT organisation_id, '2026-01-01', '2026-01-01', 'officer', now() FROM intake.organisation",
  "INSERT INTO publish.due_close (organisation_id, month) SELECT organisation_id, '2026-01' FROM intake.organisation",
];

describe('the migrations', () => {
  it('have names that sort in the order in which they run', () => {
    const stamps = MIGRATIONS.map((migration) => migration.name.slice(-13));
    expect(stamps).toEqual([...stamps].sort());
  });

  it('go up, down on populated tables and up again to the identical schema and grants', async () => {
    const untouched = await fingerprint();
    await allUp();
    const first = await fingerprint();
    expect(first['columns']?.length).toBeGreaterThan(50);
    await populate();
    await allDown();
    expect(await fingerprint()).toEqual(untouched);
    await allUp();
    expect(await fingerprint()).toEqual(first);
  });
});
