import { Injectable } from '@nestjs/common';
import {
  addSupportFigures,
  dateInAmsterdam,
  failure,
  firstDayOf,
  isoWeekOf,
  monthsOfQuarter,
  parseQuarter,
  supportFigures,
  weeksSinceSupport,
  type IsoWeek,
  type LocalDate,
  type Quarter,
  type Result,
  type SupportFigure,
  type WeeksSinceSupport,
} from '@rolvast/domain';
import { Clock } from '../../platform/clock/clock.js';
import { CareDesk, done, type CareWork, type RightsFault, type TeamPlace } from '../desk/care-desk.js';
import type { CareViewer } from '../desk/care-viewer.js';
import { FIND_LAST_HELD, FIND_TEAM_LIVES, type LastHeld, type TeamOfPlace } from './support-figures.sql.js';
import { SessionStore } from './session.store.js';

/** By what the figures of support are added up. */
export const SUPPORT_GROUPINGS = ['team', 'unit', 'region', 'organisation'] as const;
export type SupportGrouping = (typeof SUPPORT_GROUPINGS)[number];

/** The figures of support of one place in one quarter. No person is in them. */
export interface PlaceSupportFigures {
  readonly code: string;
  readonly name: string;
  /** Null for a wider place. */
  readonly unitCode: string | null;
  /** Null for the organisation. */
  readonly regionCode: string | null;
  /** How many teams are added up: those of the viewer that were there in the quarter. */
  readonly teams: number;
  /** How many teams of the place were there in the quarter. */
  readonly teamsInPlace: number;
  readonly figures: readonly SupportFigure[];
  /** Whole weeks up to today; null for a wider place, whose teams do not add up. */
  readonly weeksSince: WeeksSinceSupport | null;
}

/** What a grouping makes of a team: the place under which it is added up. */
const PLACE_OF: Readonly<Record<SupportGrouping, (team: TeamPlace) => Pick<PlaceSupportFigures, 'code' | 'name' | 'unitCode' | 'regionCode'>>> = {
  team: ({ teamCode, teamName, unitCode, regionCode }) => ({ code: teamCode, name: teamName, unitCode, regionCode }),
  unit: ({ unitCode, unitName, regionCode }) => ({ code: unitCode, name: unitName, unitCode, regionCode }),
  region: ({ regionCode, regionName }) => ({ code: regionCode, name: regionName, unitCode: null, regionCode }),
  organisation: ({ organisationCode, organisationName }) => ({ code: organisationCode, name: organisationName, unitCode: null, regionCode: null }),
};

const CODE_OF: Readonly<Record<SupportGrouping, (team: TeamOfPlace) => string>> = {
  team: ({ teamCode }) => teamCode,
  unit: ({ unitCode }) => unitCode,
  region: ({ regionCode }) => regionCode,
  organisation: ({ organisationCode }) => organisationCode,
};

/** What the one list of sessions says about the organisation's duty to make support possible. */
@Injectable()
export class SupportFiguresService {
  constructor(
    private readonly desk: CareDesk,
    private readonly sessions: SessionStore,
    private readonly clock: Clock,
  ) {}

  /**
   * Every measure of support that the catalogue knows, of each team of the viewer in a quarter, or added up over units, regions or the organisation.
   *
   * A wider place holds the teams of the viewer alone and says of how many it is, so a team manager's region is never taken for the region. By code.
   */
  getFigures(viewer: CareViewer, quarterText: string, by: SupportGrouping): Promise<Result<readonly PlaceSupportFigures[], RightsFault | 'NO_SUCH_QUARTER'>> {
    return this.desk.serve<readonly PlaceSupportFigures[], RightsFault | 'NO_SUCH_QUARTER'>(viewer, { operation: 'Query.supportFigures', isAudited: false, place: null }, async (work) => {
      const quarter = parseQuarter(quarterText);
      if (quarter === null) return failure('NO_SUCH_QUARTER');
      const teams = work.teams.filter(({ validFrom, validTo }) => wasThere(validFrom, validTo, quarter));
      const figures = await this.findFigures(work, teams, quarter);
      const lastHeld = await findLastHeld(work, teams, this.thisWeek());
      const { rows: lives } = await work.client.query<TeamOfPlace>(FIND_TEAM_LIVES, [viewer.organisationId]);
      const all = lives.filter(({ validFrom, validTo }) => wasThere(validFrom, validTo, quarter));
      const places = new Map(teams.map((team) => [PLACE_OF[by](team).code, PLACE_OF[by](team)]));
      return done(
        [...places.values()].sort((one, other) => (one.code < other.code ? -1 : 1)).map((place) => {
          const own = teams.filter((team) => CODE_OF[by](team) === place.code);
          const held = lastHeld.filter(({ teamId }) => own.some((team) => team.teamId === teamId));
          return {
            ...place,
            teams: own.length,
            teamsInPlace: all.filter((team) => CODE_OF[by](team) === place.code).length,
            figures: addSupportFigures(own.map(({ teamId }) => figures.get(teamId) ?? [])),
            weeksSince: place.unitCode === null ? null : weeksSinceSupport(held, this.thisWeek()),
          };
        }),
      );
    });
  }

  /** WEEKS_SINCE_SUPPORT of a unit: whole weeks since each kind was last held for one of its teams. */
  getWeeksSince(viewer: CareViewer, unit: string): Promise<Result<WeeksSinceSupport, RightsFault>> {
    return this.desk.serve<WeeksSinceSupport, RightsFault>(viewer, { operation: 'Query.weeksSinceSupport', isAudited: false, place: unit }, async (work) => {
      const teams = work.teams.filter(({ unitCode }) => unitCode === unit);
      if (teams.length === 0) return failure('NOT_FOUND');
      return done(weeksSinceSupport(await findLastHeld(work, teams, this.thisWeek()), this.thisWeek()));
    });
  }

  private async findFigures({ client, viewer }: CareWork, teams: readonly TeamPlace[], quarter: Quarter): Promise<ReadonlyMap<number, readonly SupportFigure[]>> {
    const { begin, end } = daysOf(quarter);
    const found = await this.sessions.findOfTeams(client, viewer.organisationId, teams.map(({ teamId }) => teamId), { from: isoWeekOf(begin), through: isoWeekOf(end) });
    return new Map(teams.map(({ teamId }) => [teamId, supportFigures(found.filter((session) => session.teamId === teamId), quarter, this.thisWeek())]));
  }

  private thisWeek(): IsoWeek {
    return isoWeekOf(dateInAmsterdam(this.clock.now()));
  }
}

async function findLastHeld({ client, viewer }: CareWork, teams: readonly TeamPlace[], thisWeek: IsoWeek): Promise<readonly LastHeld[]> {
  return (await client.query<LastHeld>(FIND_LAST_HELD, [viewer.organisationId, teams.map(({ teamId }) => teamId), thisWeek])).rows;
}

/** First day, and the day after the last. */
function daysOf(quarter: Quarter): { readonly begin: LocalDate; readonly end: LocalDate } {
  const { from, toExclusive } = monthsOfQuarter(quarter);
  return { begin: firstDayOf(from), end: firstDayOf(toExclusive) };
}

/** A team counts in the quarters in which it was there. */
function wasThere(validFrom: LocalDate, validTo: LocalDate | null, quarter: Quarter): boolean {
  const { begin, end } = daysOf(quarter);
  return validFrom < end && (validTo === null || validTo >= begin);
}
