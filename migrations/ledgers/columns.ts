/** A month as YYYY-MM. */
export const MONTH = "~ '^[0-9]{4}-(0[1-9]|1[0-2])$'";
export const PLACE = `organisation_id integer NOT NULL,
    place_kind text NOT NULL CHECK (place_kind IN ('unit', 'region', 'organisation')),
    place_id integer NOT NULL`;
export const WIDER_PLACE = `organisation_id integer NOT NULL,
    place_kind text NOT NULL CHECK (place_kind IN ('region', 'organisation')),
    place_id integer NOT NULL`;
export const WINDOW = 'first_block integer NOT NULL CHECK (first_block >= 1), last_block integer NOT NULL CHECK (last_block >= first_block)';
export const MONTHS = `from_month text NOT NULL CHECK (from_month ${MONTH} AND from_month <= through_month), through_month text NOT NULL CHECK (through_month ${MONTH})`;
export const BREAKDOWN = `${PLACE},
    breakdown text NOT NULL,
    -- Last month of the period that was divided.
    through_month text NOT NULL CHECK (through_month ${MONTH}),
    part integer NOT NULL CHECK (part >= 1)`;
export const IN_BREAKDOWN = 'organisation_id, place_kind, place_id, breakdown, through_month, part';
