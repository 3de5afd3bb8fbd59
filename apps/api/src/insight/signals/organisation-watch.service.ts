import { Inject, Injectable } from '@nestjs/common';
import type { Catalogue, Scope } from '@rolvast/domain';
import { READER_CATALOGUE } from '../catalogue.token.js';
import { keysOf, type AskedMeasure } from '../measure-trend/read-trend.js';
import { PublishedPlaceReadModel } from '../published-place/published-place.read-model.js';
import { asWatched, watchAll, type WatchedSeries } from './watched-series.js';

interface KeptWatch {
  readonly release: number;
  readonly series: Promise<readonly WatchedSeries[]>;
}

/**
 * What the watches of an organisation say of its published figures.
 *
 * All series are judged together, so it takes a second; and it only changes with a release. So it is worked out once for a release and kept, the
 * newest of each organisation. Nothing of another unit leaves this zone: a question picks its own unit out.
 */
@Injectable()
export class OrganisationWatchService {
  private readonly kept = new Map<number, KeptWatch>();

  constructor(
    private readonly published: PublishedPlaceReadModel,
    @Inject(READER_CATALOGUE) private readonly catalogue: Catalogue,
  ) {}

  /** @param release the number of the last release of the organisation of the scope. */
  async findSeries(scope: Scope, organisationId: number, release: number): Promise<readonly WatchedSeries[]> {
    const kept = this.kept.get(organisationId);
    if (kept?.release === release) return kept.series;
    const series = this.watch(scope);
    this.kept.set(organisationId, { release, series });
    // What failed is asked for again, and not kept.
    series.catch(() => this.kept.delete(organisationId));
    return series;
  }

  private async watch(scope: Scope): Promise<readonly WatchedSeries[]> {
    const place = await this.published.findPlace(scope, { kind: 'organisation', organisation: scope.organisation });
    if (place === null) return [];
    const asked = this.catalogue.flatMap((measure): readonly AskedMeasure[] => {
      const one = measure.kind === 'reflection-share' ? asWatched(measure) : null;
      return one === null ? [] : [one];
    });
    return watchAll(asked, place, await this.published.getPublished(place, keysOf(asked), 'team'));
  }
}
