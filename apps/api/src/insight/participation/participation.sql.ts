/** Question: which part of a unit took part, per quarter? Grain: quarter of a unit. Zone: published. Index: primary key. */
export const FIND_PARTICIPATION = `
  SELECT through_month AS through, band
    FROM published.participation
   WHERE organisation_id = $1 AND unit_id = ANY ($2)
   ORDER BY through_month DESC
   LIMIT $3`;
