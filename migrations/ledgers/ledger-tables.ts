import { BREAKDOWN, IN_BREAKDOWN, MONTH, MONTHS, PLACE, WIDER_PLACE, WINDOW } from './columns.js';

/** What both schemas hold alike, in the order in which they refer to one another. */
export const LEDGER_TABLES = ['place_block', 'place_block_member', 'posted_count', 'part_window', 'posted_hours', 'breakdown_part', 'breakdown_count', 'breakdown_hours', 'participation', 'absent_month'];

type LedgerSchema = 'publish' | 'published';

/** @param release the column that says with which release a row goes out. */
export function createLedgers(schema: LedgerSchema, release: string): string {
  return [placeBlocks, postings, breakdowns, monthsOfUnits].map((create) => create(schema, release)).join(';');
}

function placeBlocks(schema: LedgerSchema, release: string): string {
  return `
  -- The blocks of several units, over which the ledgers of a region or the organisation run.
  CREATE TABLE ${schema}.place_block (
    ${WIDER_PLACE},
    number integer NOT NULL CHECK (number >= 1),
    ${MONTHS},
    units integer NOT NULL CHECK (units >= 3),
    units_in_place integer NOT NULL CHECK (units_in_place >= units),
    reflections integer NOT NULL CHECK (reflections >= 30),
    ${release},
    PRIMARY KEY (organisation_id, place_kind, place_id, number)
  );

  CREATE TABLE ${schema}.place_block_member (
    ${WIDER_PLACE},
    number integer NOT NULL,
    unit_id integer NOT NULL,
    block_number integer NOT NULL,
    ${release},
    -- A block of a unit goes into one block of a place, once.
    PRIMARY KEY (organisation_id, place_kind, place_id, unit_id, block_number),
    FOREIGN KEY (organisation_id, place_kind, place_id, number) REFERENCES ${schema}.place_block (organisation_id, place_kind, place_id, number),
    FOREIGN KEY (organisation_id, unit_id, block_number) REFERENCES ${schema}.block (organisation_id, unit_id, number)
  )`;
}

function postings(schema: LedgerSchema, release: string): string {
  return `
  -- A count over a window of whole blocks, first and last included. A count that is withheld has no row.
  CREATE TABLE ${schema}.posted_count (
    ${PLACE},
    count_key text NOT NULL,
    ${WINDOW},
    value integer NOT NULL CHECK (value >= 0 AND value % 3 = 0),
    ${release},
    PRIMARY KEY (organisation_id, place_kind, place_id, count_key, last_block)
  );

  -- The blocks over which a part was posted.
  CREATE TABLE ${schema}.part_window (
    ${PLACE},
    part_key text NOT NULL,
    ${WINDOW},
    ${release},
    PRIMARY KEY (organisation_id, place_kind, place_id, part_key, last_block)
  );

  CREATE TABLE ${schema}.posted_hours (
    ${PLACE},
    measure text NOT NULL,
    ${WINDOW},
    hours integer NOT NULL CHECK (hours > 0 AND hours % 5 = 0),
    ${release},
    PRIMARY KEY (organisation_id, place_kind, place_id, measure, last_block)
  )`;
}

function breakdowns(schema: LedgerSchema, release: string): string {
  return `
  CREATE TABLE ${schema}.breakdown_part (
    ${BREAKDOWN},
    categories text[] NOT NULL CHECK (cardinality(categories) > 0),
    -- NULL where the parts would add up to an exact number of which only a rounded one is posted.
    reflections integer CHECK (reflections >= 10),
    ${release},
    PRIMARY KEY (${IN_BREAKDOWN})
  );

  CREATE TABLE ${schema}.breakdown_count (
    ${BREAKDOWN},
    count_key text NOT NULL,
    value integer NOT NULL CHECK (value >= 0 AND value % 3 = 0),
    ${release},
    PRIMARY KEY (${IN_BREAKDOWN}, count_key),
    FOREIGN KEY (${IN_BREAKDOWN}) REFERENCES ${schema}.breakdown_part (${IN_BREAKDOWN})
  );

  CREATE TABLE ${schema}.breakdown_hours (
    ${BREAKDOWN},
    measure text NOT NULL,
    hours integer NOT NULL CHECK (hours > 0 AND hours % 5 = 0),
    ${release},
    CHECK (place_kind <> 'unit'),
    PRIMARY KEY (${IN_BREAKDOWN}, measure),
    FOREIGN KEY (${IN_BREAKDOWN}) REFERENCES ${schema}.breakdown_part (${IN_BREAKDOWN})
  )`;
}

function monthsOfUnits(schema: LedgerSchema, release: string): string {
  return `
  CREATE TABLE ${schema}.participation (
    organisation_id integer NOT NULL,
    unit_id integer NOT NULL,
    -- Last month of the quarter.
    through_month text NOT NULL CHECK (through_month ${MONTH}),
    band text NOT NULL CHECK (band IN ('fewer-than-half', 'half-to-three-quarters', 'most')),
    ${release},
    PRIMARY KEY (organisation_id, unit_id, through_month),
    FOREIGN KEY (organisation_id, unit_id) REFERENCES published.unit (organisation_id, unit_id)
  );

  -- A closed month for which nothing at all was reported.
  CREATE TABLE ${schema}.absent_month (
    organisation_id integer NOT NULL,
    unit_id integer NOT NULL,
    month text NOT NULL CHECK (month ${MONTH}),
    ${release},
    PRIMARY KEY (organisation_id, unit_id, month),
    FOREIGN KEY (organisation_id, unit_id) REFERENCES published.unit (organisation_id, unit_id)
  )`;
}
