import { MONTH } from './columns.js';

/** As it was before: what the migrations that come earlier expect to find when they are undone. */
export const CREATE_TRIAL = `
  CREATE TABLE published.block (
    organisation_id integer NOT NULL,
    unit_id integer NOT NULL,
    through_month text NOT NULL CHECK (through_month ${MONTH}),
    from_month text NOT NULL CHECK (from_month ${MONTH} AND from_month <= through_month),
    reflections integer NOT NULL CHECK (reflections >= 10),
    is_trial boolean NOT NULL DEFAULT true CHECK (is_trial),
    PRIMARY KEY (organisation_id, unit_id, through_month),
    FOREIGN KEY (organisation_id, unit_id) REFERENCES published.unit (organisation_id, unit_id)
  );
  CREATE TABLE published.block_count (
    organisation_id integer NOT NULL,
    unit_id integer NOT NULL,
    through_month text NOT NULL,
    count_key text NOT NULL,
    value integer NOT NULL CHECK (value >= 0),
    PRIMARY KEY (organisation_id, unit_id, through_month, count_key),
    FOREIGN KEY (organisation_id, unit_id, through_month) REFERENCES published.block (organisation_id, unit_id, through_month)
  );
  CREATE TABLE published.absent_month (
    organisation_id integer NOT NULL,
    unit_id integer NOT NULL,
    month text NOT NULL CHECK (month ${MONTH}),
    PRIMARY KEY (organisation_id, unit_id, month),
    FOREIGN KEY (organisation_id, unit_id) REFERENCES published.unit (organisation_id, unit_id)
  );
  CREATE TABLE publish.posting (
    organisation_id integer NOT NULL,
    reflection_pseudonym bytea NOT NULL,
    unit_id integer NOT NULL,
    through_month text NOT NULL,
    PRIMARY KEY (organisation_id, reflection_pseudonym),
    FOREIGN KEY (organisation_id, unit_id, through_month) REFERENCES published.block (organisation_id, unit_id, through_month)
  );
  GRANT SELECT, INSERT ON publish.posting, published.block, published.block_count, published.absent_month TO rolvast_publisher;
  GRANT SELECT, UPDATE, DELETE ON publish.posting TO rolvast_custodian;
  GRANT SELECT ON published.block, published.block_count, published.absent_month TO rolvast_reader`;
