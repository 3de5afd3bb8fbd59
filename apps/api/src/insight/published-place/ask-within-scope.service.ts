import { Injectable } from '@nestjs/common';
import { failure, parseTeamCode, success, type Result, type Scope } from '@rolvast/domain';
import { NoteRefusalService } from '../../access/audit/note-refusal.service.js';
import { resolveScope } from '../../access/resolve-scope.js';
import type { Operation } from '../../access/role-policy.js';
import type { Visit } from '../../access/viewer/viewer.js';
import { parsePlace, type PlaceArguments, type PlaceFault, type PlaceQuestion } from './place.js';

/** Answers a question about a place, for the units that the viewer may ask it about and no others. */
export type AnswerWithin<Answer, Fault> = (scope: Scope, place: PlaceQuestion) => Promise<Result<Answer, Fault>>;

/** The way of every question about a place: from who asks to a scope, and a line in the audit where nothing was found. */
@Injectable()
export class AskWithinScopeService {
  constructor(private readonly refusals: NoteRefusalService) {}

  /**
   * @param operation decides which roles count; the scope is that of these roles.
   * @returns the answer. A place that is not there and one that is not the viewer's are the same fault, and both are written down.
   */
  async ask<Answer, Fault>(visit: Visit, operation: Operation, place: PlaceArguments, answer: AnswerWithin<Answer, Fault>): Promise<Result<Answer, Fault | PlaceFault>> {
    const found = await this.answerWithin(visit, operation, place, answer);
    if (!found.ok && found.fault === 'PLACE_NOT_FOUND') await this.refusals.note(visit, operation, place.team === null ? null : parseTeamCode(place.team));
    return found;
  }

  private async answerWithin<Answer, Fault>({ viewer }: Visit, operation: Operation, named: PlaceArguments, answer: AnswerWithin<Answer, Fault>): Promise<Result<Answer, Fault | PlaceFault>> {
    const place = parsePlace(named);
    if (!place.ok) return place;
    const scope = resolveScope(viewer, operation);
    const found: Result<Answer, Fault | PlaceFault> = scope.ok ? await answer(scope.value, place.value) : failure('PLACE_NOT_FOUND');
    return found.ok ? success(found.value) : found;
  }
}
