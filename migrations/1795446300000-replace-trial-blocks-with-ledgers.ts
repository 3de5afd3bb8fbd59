import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createLedgers, LEDGER_TABLES } from './ledgers/ledger-tables.js';
import { CREATE_BOOKKEEPING, CREATE_PUBLISH_BLOCK } from './ledgers/publisher-tables.js';
import { CREATE_PUBLISHED_BLOCK, CREATE_RELEASE } from './ledgers/released-tables.js';
import { CREATE_TRIAL } from './ledgers/trial-tables.js';

/**
 * Ledgers of safe atoms in place of the trial blocks with exact counts.
 *
 * Schema `publish` holds what the publisher needs (safety facts, snapshots, carries) and what it posted; schema `published` the
 * same figures once a release has gone out. The months are closed anew: nothing exact is carried over.
 */
export class ReplaceTrialBlocksWithLedgers1795446300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE publish.posting;
      DROP TABLE published.block_count;
      DROP TABLE published.block;
      DROP TABLE published.absent_month;
      UPDATE published.unit SET first_month = NULL, closed_through = NULL`);
    await runner.query(CREATE_RELEASE);
    await runner.query(CREATE_PUBLISH_BLOCK);
    await runner.query(createLedgers('publish', 'release_number integer'));
    await runner.query(`ALTER TABLE publish.posted_count ADD COLUMN is_capped boolean NOT NULL;
      COMMENT ON COLUMN publish.posted_count.is_capped IS 'The cap cut something off: a breakdown of this count is withheld.'`);
    await runner.query(CREATE_PUBLISHED_BLOCK);
    await runner.query(createLedgers('published', 'release_number integer NOT NULL'));
    for (const table of ['block', ...LEDGER_TABLES]) {
      await runner.query(`CREATE INDEX unreleased_${table} ON publish.${table} (organisation_id) WHERE release_number IS NULL`);
      await runner.query(`ALTER TABLE published.${table} ADD FOREIGN KEY (organisation_id, release_number) REFERENCES published.release (organisation_id, release_number)`);
    }
    await runner.query(CREATE_BOOKKEEPING);
    await runner.query(GRANT);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const schema of ['published', 'publish']) for (const table of [...LEDGER_TABLES].reverse()) await runner.query(`DROP TABLE ${schema}.${table}`);
    await runner.query(`
      DROP TABLE publish.held_back;
      DROP TABLE publish.policy;
      DROP TABLE publish.carry;
      DROP TABLE publish.unit_close;
      DROP TABLE publish.snapshot;
      DROP TABLE publish.posting;
      DROP TABLE publish.block;
      DROP TABLE published.block;
      DROP TABLE published.release;
      UPDATE published.unit SET first_month = NULL, closed_through = NULL`);
    await runner.query(CREATE_TRIAL);
  }
}

const GRANT = `
  GRANT SELECT, INSERT, UPDATE ON ${['block', 'unit_close', 'carry', 'policy', ...LEDGER_TABLES].map((table) => `publish.${table}`).join(', ')} TO rolvast_publisher;
  GRANT SELECT, INSERT ON publish.posting, publish.held_back TO rolvast_publisher;
  GRANT SELECT, INSERT, UPDATE, DELETE ON publish.snapshot TO rolvast_publisher;
  GRANT SELECT, UPDATE, DELETE ON publish.posting TO rolvast_custodian;
  GRANT SELECT, DELETE ON publish.snapshot TO rolvast_custodian;
  GRANT SELECT ON publish.block TO rolvast_custodian;
  GRANT SELECT, INSERT ON ${['release', 'block', ...LEDGER_TABLES].map((table) => `published.${table}`).join(', ')} TO rolvast_publisher;
  GRANT SELECT ON ${['release', 'block', ...LEDGER_TABLES].map((table) => `published.${table}`).join(', ')} TO rolvast_reader`;
