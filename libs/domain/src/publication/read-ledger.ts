import type { Count, FieldShare, ReflectionHours, ReflectionShare } from '../measure/measure.js';
import type { Month } from '../period/month.js';
import { assertNever } from '../shared/assert-never.js';
import { fieldKeysOf, partKeyOf, postedSizeOf, type LedgerPeriod } from './posting-plan.js';
import { sumOverBlocks, type PublishedBlock, type PublishedLedger } from './published-ledger.js';

/** A measure that is posted in ledgers. */
export type LedgerMeasure = ReflectionShare | ReflectionHours | FieldShare;

/** What one ledger says of a measure over one window of blocks. */
export interface LedgerFigure {
  readonly from: Month;
  /** Last month, inclusive: the one in which the window closed. */
  readonly through: Month;
  /** n: the exact number of reflections in the window. */
  readonly reflections: number;
  /** Posted; for hours the sum of hours. Never above the denominator of a share. */
  readonly numerator: number;
  readonly denominator: number;
  /** The parts within what was posted, the difference last; empty where a measure has none. */
  readonly parts: readonly number[];
  /** The region in which it closed; null for a wider place. */
  readonly region: number | null;
  readonly units: number;
  readonly unitsInPlace: number;
}

/** The keys under which a measure is posted; readers fetch nothing else for it. */
export interface LedgerKeys {
  readonly counts: readonly string[];
  readonly parts: readonly string[];
  readonly hours: readonly string[];
}

/** The keys that a measure is read from, in ledgers that close so often. */
export function ledgerKeysOf(measure: LedgerMeasure, period: LedgerPeriod): LedgerKeys {
  switch (measure.kind) {
    case 'reflection-share': {
      const inner = measure.partition?.posted.map(({ count }) => count.key) ?? [];
      const counts = [measure.posted.key, ...inner, ...sizeKeysOf(measure.denominator)];
      return { counts, parts: measure.over === 'part' ? [partKeyOf(measure.denominator, period)] : [], hours: [] };
    }
    case 'reflection-hours':
      return { counts: sizeKeysOf(measure.per), parts: [], hours: [measure.code] };
    case 'field-share':
      return { counts: Object.values(fieldKeysOf(measure)), parts: [], hours: [] };
    default:
      return assertNever(measure, 'kind of measure');
  }
}

function sizeKeysOf(denominator: Count): readonly string[] {
  const base = postedSizeOf(denominator).key;
  return denominator.posting.as === 'difference' ? [...sizeKeysOf(denominator.posting.whole), denominator.posting.less.key] : [base];
}

/**
 * The figures that a ledger holds of a measure, one for each window over which it was posted, in order of time.
 *
 * Numerator and denominator are both posted: a share is given in whole or not at all, so a window of which some size was not posted has
 * no figure. A shortfall is taken from the posted denominator. Both are rounded by themselves and may pass each other by a little; then
 * the figure is all, or none, of its denominator.
 *
 * @param period how often the ledgers close; it names the ledger of a part.
 */
export function readLedger(measure: LedgerMeasure, period: LedgerPeriod, ledger: PublishedLedger): readonly LedgerFigure[] {
  return windowsOf(measure, period, ledger).flatMap(({ firstBlock, lastBlock }) => {
    const blocks = ledger.blocks.filter(({ number }) => number >= firstBlock && number <= lastBlock);
    const [first, last] = [blocks[0], blocks.at(-1)];
    if (first === undefined || last === undefined || blocks.length !== lastBlock - firstBlock + 1) return [];
    const counted = new Window(ledger, blocks).read(measure);
    return counted === null ? [] : [{ from: first.from, through: last.through, region: last.region, ...counted, ...sizesOf(blocks) }];
  });
}

function sizesOf(blocks: readonly PublishedBlock[]): Pick<LedgerFigure, 'reflections' | 'units' | 'unitsInPlace'> {
  return {
    reflections: blocks.reduce((sum, { reflections }) => sum + reflections, 0),
    units: Math.max(...blocks.map(({ units }) => units)),
    unitsInPlace: Math.max(...blocks.map(({ unitsInPlace }) => unitsInPlace)),
  };
}

interface BlockWindow {
  readonly firstBlock: number;
  readonly lastBlock: number;
}

/** Where a measure was posted: its part's windows, or the postings of what it posts itself. */
function windowsOf(measure: LedgerMeasure, period: LedgerPeriod, { windows, counts, hours }: PublishedLedger): readonly BlockWindow[] {
  const keys = ledgerKeysOf(measure, period);
  switch (measure.kind) {
    case 'reflection-share':
      return inOrder(measure.over === 'part' ? windows.filter(({ key }) => keys.parts.includes(key)) : counts.filter(({ key }) => key === measure.posted.key));
    case 'reflection-hours':
      return inOrder(hours.filter((one) => one.measure === measure.code));
    case 'field-share':
      return inOrder(counts.filter(({ key }) => key === fieldKeysOf(measure).unanswered));
    default:
      return assertNever(measure, 'kind of measure');
  }
}

function inOrder(windows: readonly BlockWindow[]): readonly BlockWindow[] {
  return [...windows].sort((one, other) => one.lastBlock - other.lastBlock);
}

type Counted = Pick<LedgerFigure, 'numerator' | 'denominator' | 'parts'>;

/** What was posted over the blocks of one window. Everything is null that was not posted over exactly these. */
class Window {
  private readonly numbers: ReadonlySet<number>;

  constructor(
    private readonly ledger: PublishedLedger,
    private readonly blocks: readonly PublishedBlock[],
  ) {
    this.numbers = new Set(blocks.map(({ number }) => number));
  }

  read(measure: LedgerMeasure): Counted | null {
    switch (measure.kind) {
      case 'reflection-share':
        return this.share(measure);
      case 'reflection-hours':
        return this.hours(measure);
      case 'field-share':
        return this.fields(measure);
      default:
        return assertNever(measure, 'kind of measure');
    }
  }

  private share({ posted, posting, partition, denominator }: ReflectionShare): Counted | null {
    const [whole, count] = [this.size(denominator), this.posted(posted.key)];
    if (whole === null || count === null) return null;
    const within = Math.min(count, whole);
    const inner = partition?.posted.map(({ count: { key } }) => this.posted(key)) ?? [];
    const known = inner.filter((value) => value !== null);
    if (known.length !== inner.length) return null;
    const parts = partition === null ? [] : withDifference(within, known);
    return { numerator: posting === 'shortfall' ? whole - within : within, denominator: whole, parts };
  }

  private hours({ code, per }: ReflectionHours): Counted | null {
    const own = this.ledger.hours.find(({ measure, firstBlock }) => measure === code && this.numbers.has(firstBlock));
    const size = this.size(per);
    return own === undefined || size === null ? null : { numerator: own.hours, denominator: size, parts: [] };
  }

  private fields(measure: FieldShare): Counted | null {
    const keys = fieldKeysOf(measure);
    const [askable, unanswered] = [this.posted(keys.askable), this.posted(keys.unanswered)];
    return askable === null || unanswered === null ? null : { numerator: Math.max(0, askable - unanswered), denominator: askable, parts: [] };
  }

  /** The size of a denominator as posted: a count, n without what is missing, or a whole without one of its parts. */
  private size(denominator: Count): number | null {
    if (denominator.posting.as === 'difference') {
      const [whole, less] = [this.size(denominator.posting.whole), this.posted(denominator.posting.less.key)];
      return whole === null || less === null ? null : Math.max(0, whole - less);
    }
    const { key, as } = postedSizeOf(denominator);
    const posted = this.posted(key);
    if (posted === null || as === 'count') return posted;
    return this.blocks.reduce((sum, { reflections }) => sum + reflections, 0) - posted;
  }

  private posted(key: string): number | null {
    return sumOverBlocks(this.ledger.counts.filter((count) => count.key === key), this.numbers);
  }
}

/** Posted parts, cut to what is left of the whole, and the difference as the last. */
function withDifference(whole: number, parts: readonly number[]): readonly number[] {
  const within: number[] = [];
  let left = whole;
  for (const part of parts) {
    within.push(Math.min(part, left));
    left -= Math.min(part, left);
  }
  return [...within, left];
}
