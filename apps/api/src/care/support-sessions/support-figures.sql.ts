import type { IsoWeek, LocalDate, SupportKind } from '@rolvast/domain';

/** The last session of a kind that was held for a team. */
export interface LastHeld {
  readonly teamId: number;
  readonly kind: SupportKind;
  readonly heldWeek: IsoWeek;
}

/** Question: when was each kind last held, up to a week? Grain: team and kind. Zone: care. Index: support_session_by_team_and_week. */
export const FIND_LAST_HELD = `
  SELECT team_id AS "teamId", kind, max(held_week) AS "heldWeek" FROM care.support_session
   WHERE organisation_id = $1 AND team_id = ANY ($2) AND held_week <= $3 GROUP BY team_id, kind`;

/** When a team was there, and under which places it is added up. */
export interface TeamOfPlace {
  readonly teamCode: string;
  readonly unitCode: string;
  readonly regionCode: string;
  readonly organisationCode: string;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
}

/** Question: which teams does a place have, whoever asks? Grain: team. Zone: care. Index: keys of teams. Told as numbers only. */
export const FIND_TEAM_LIVES = `
  SELECT team_code AS "teamCode", unit_code AS "unitCode", region_code AS "regionCode", organisation_code AS "organisationCode",
         valid_from::text AS "validFrom", valid_to::text AS "validTo"
    FROM care.team_place WHERE organisation_id = $1`;
