import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { heldByMonth, type HeldInMonth, type HeldSession, type LedgerPlace } from '@rolvast/domain';
import { DataSource } from 'typeorm';
import { FIND_CHART_NOTES } from './follow-up.sql.js';
import type { StoredEvent, StoredMark, StoredRebase, StoredTarget } from './follow-up.store.js';

/** What stands beside the figures on the charts of a place: what happened, and what was decided. */
export interface ChartNotes {
  /** Held support sessions of the teams of the place, by month and kind. */
  readonly sessions: readonly HeldInMonth[];
  readonly events: readonly StoredEvent[];
  readonly targets: readonly StoredTarget[];
  readonly marks: readonly StoredMark[];
  readonly rebases: readonly StoredRebase[];
}

/** A place whose charts are drawn. */
export interface NotedPlace {
  readonly kind: LedgerPlace;
  readonly organisationId: number;
  /** Every unit in it. */
  readonly unitIds: readonly number[];
}

interface NotesRow extends Omit<ChartNotes, 'sessions'> {
  readonly sessions: readonly HeldSession[];
}

/** What `insight` lays on charts. It looks at no rights: whoever asks has found the place within a scope already. */
@Injectable()
export class ChartNotesReadModel {
  constructor(@InjectDataSource('carer') private readonly source: DataSource) {}

  /**
   * A place wider than a unit has events of the whole organisation and nothing else: what is decided is decided for a unit, and is seen on its
   * charts alone.
   */
  async getNotes({ kind, organisationId, unitIds }: NotedPlace): Promise<ChartNotes> {
    const [row] = await this.source.query<NotesRow[]>(FIND_CHART_NOTES, [organisationId, kind === 'team' ? unitIds : []]);
    if (row === undefined) throw new Error('the query of chart notes gives one row');
    return { ...row, sessions: heldByMonth(row.sessions) };
  }
}
