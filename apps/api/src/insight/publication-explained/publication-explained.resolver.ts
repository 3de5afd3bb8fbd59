import { Args, Query, Resolver } from '@nestjs/graphql';
import { auditSentence, noReleaseSentence, PUBLICATION_EXPLAINED, releaseSentence, type Language, type Wording } from '@rolvast/domain';
import { NoteRefusalService } from '../../access/audit/note-refusal.service.js';
import { CurrentVisit } from '../../access/viewer/current-visit.js';
import type { Visit } from '../../access/viewer/viewer.js';
import { Refusal } from '../../platform/graphql/refusal.js';
import { PublicationExplained, type Release } from './publication-explained.object.js';
import { PublicationExplainedService, type LastRelease } from './publication-explained.service.js';

@Resolver()
export class PublicationExplainedResolver {
  constructor(
    private readonly service: PublicationExplainedService,
    private readonly refusals: NoteRefusalService,
  ) {}

  @Query(() => PublicationExplained, { description: 'What is published and why some months go together, ready for a page, with the last release and its audit.' })
  async publicationExplained(@Args('organisation', { type: () => String }) organisation: string, @CurrentVisit() visit: Visit): Promise<PublicationExplained> {
    const { code } = visit.viewer.organisation;
    const answer = organisation === code ? await this.service.findExplanation(code) : null;
    if (answer === null) {
      await this.refusals.note(visit, 'Query.publicationExplained');
      throw new Refusal('NOT_FOUND', 'There is no such organisation.');
    }
    const { lastRelease } = answer;
    return {
      organisation: answer.organisation,
      sections: PUBLICATION_EXPLAINED.map(({ code, title, paragraphs }) => ({ code, title, paragraphs: [...paragraphs] })),
      lastRelease: lastRelease === null ? null : toRelease(lastRelease),
      releaseSentence: inBoth((language) => (lastRelease === null ? noReleaseSentence(language) : releaseSentence(lastRelease, language))),
    };
  }
}

function toRelease({ audit, ...release }: LastRelease): Release {
  return { ...release, audit: { ...audit, sentence: inBoth((language) => auditSentence(audit, language)) } };
}

function inBoth(say: (language: Language) => string): Wording {
  return { nl: say('nl'), en: say('en') };
}
