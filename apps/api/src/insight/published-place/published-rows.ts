import { EMPTY_LEDGER, parseMonth, type BlockMember, type HoursPosting, type Month, type PartWindow, type PublishedBlock, type PublishedCount, type PublishedLedger } from '@rolvast/domain';

/** Columns of equal length, as the database gives them. */
type Columns<Texts extends string, Numbers extends string> = Readonly<Record<Texts, readonly string[]> & Record<Numbers, readonly number[]>>;

/** The one row of FIND_PUBLISHED. */
export interface PublishedColumns {
  readonly units: Columns<'first_month' | 'closed_through', 'unit_id' | 'region_id'>;
  readonly blocks: Columns<'from_month' | 'through_month', 'unit_id' | 'number' | 'region_id' | 'reflections'>;
  readonly absent: Columns<'month', 'unit_id'>;
  readonly places: Columns<'from_month' | 'through_month', 'place_id' | 'number' | 'units' | 'units_in_place' | 'reflections'>;
  readonly members: Columns<never, 'place_id' | 'number' | 'unit_id' | 'block_number'>;
  readonly counts: Columns<'place_kind' | 'count_key', 'place_id' | 'first_block' | 'last_block' | 'value'>;
  readonly windows: Columns<'place_kind' | 'part_key', 'place_id' | 'first_block' | 'last_block'>;
  readonly hours: Columns<'place_kind' | 'measure', 'place_id' | 'first_block' | 'last_block' | 'hours'>;
}

/** What a unit published. */
export interface PublishedUnit {
  readonly unitId: number;
  /** The region it is in now. */
  readonly region: number;
  readonly closed: { readonly from: Month; readonly through: Month };
  readonly absent: readonly Month[];
  readonly ledger: PublishedLedger;
}

/** What a region or the organisation published in ledgers of its own. */
export interface PublishedPlace {
  readonly placeId: number;
  readonly ledger: PublishedLedger;
  readonly members: readonly BlockMember[];
}

export interface PublishedRows {
  readonly units: readonly PublishedUnit[];
  readonly places: readonly PublishedPlace[];
}

/** Puts the columns together by unit and by wider place. */
export function toPublishedRows({ units, blocks, absent, places, members, counts, windows, hours }: PublishedColumns): PublishedRows {
  const ledgers = new Ledgers();
  addBlocks(ledgers, blocks, places);
  counts.count_key.forEach((key, row) => ledgers.at(counts, row).counts.push({ key, ...windowAt(counts, row), value: at(counts.value, row) }));
  windows.part_key.forEach((key, row) => ledgers.at(windows, row).windows.push({ key, ...windowAt(windows, row) }));
  hours.measure.forEach((measure, row) => ledgers.at(hours, row).hours.push({ measure, ...windowAt(hours, row), hours: at(hours.hours, row) }));
  const months = new Map<number, Month[]>();
  absent.month.forEach((month, row) => listOf(months, at(absent.unit_id, row)).push(monthOf(month)));
  const within = new Map<number, BlockMember[]>();
  members.number.forEach((number, row) => listOf(within, at(members.place_id, row)).push({ number, unit: at(members.unit_id, row), unitBlock: at(members.block_number, row) }));
  return {
    units: units.unit_id.map((unitId, row) => ({
      unitId,
      region: at(units.region_id, row),
      closed: { from: monthOf(at(units.first_month, row)), through: monthOf(at(units.closed_through, row)) },
      absent: months.get(unitId) ?? [],
      ledger: ledgers.find('unit', unitId),
    })),
    places: [...new Set(places.place_id)].map((placeId) => ({ placeId, ledger: ledgers.find('wider', placeId), members: within.get(placeId) ?? [] })),
  };
}

function addBlocks(ledgers: Ledgers, blocks: PublishedColumns['blocks'], places: PublishedColumns['places']): void {
  blocks.number.forEach((number, row) => {
    ledgers.of('unit', at(blocks.unit_id, row)).blocks.push({ number, ...monthsAt(blocks, row), reflections: at(blocks.reflections, row), region: at(blocks.region_id, row), units: 1, unitsInPlace: 1 });
  });
  places.number.forEach((number, row) => {
    ledgers.of('wider', at(places.place_id, row)).blocks.push({ number, ...monthsAt(places, row), reflections: at(places.reflections, row), region: null, units: at(places.units, row), unitsInPlace: at(places.units_in_place, row) });
  });
}

function monthsAt({ from_month, through_month }: Columns<'from_month' | 'through_month', never>, row: number): Pick<PublishedBlock, 'from' | 'through'> {
  return { from: monthOf(at(from_month, row)), through: monthOf(at(through_month, row)) };
}

function windowAt({ first_block, last_block }: Columns<never, 'first_block' | 'last_block'>, row: number): Pick<PartWindow, 'firstBlock' | 'lastBlock'> {
  return { firstBlock: at(first_block, row), lastBlock: at(last_block, row) };
}

interface GrowingLedger extends PublishedLedger {
  readonly blocks: PublishedBlock[];
  readonly counts: PublishedCount[];
  readonly windows: PartWindow[];
  readonly hours: HoursPosting[];
}

/** The ledgers of units, and those of the one kind of wider place in an answer. */
class Ledgers {
  private readonly known = { unit: new Map<number, GrowingLedger>(), wider: new Map<number, GrowingLedger>() };

  at({ place_kind, place_id }: Columns<'place_kind', 'place_id'>, row: number): GrowingLedger {
    return this.of(at(place_kind, row) === 'unit' ? 'unit' : 'wider', at(place_id, row));
  }

  of(kind: 'unit' | 'wider', id: number): GrowingLedger {
    const found = this.known[kind].get(id) ?? { blocks: [], counts: [], windows: [], hours: [] };
    this.known[kind].set(id, found);
    return found;
  }

  find(kind: 'unit' | 'wider', id: number): PublishedLedger {
    return this.known[kind].get(id) ?? EMPTY_LEDGER;
  }
}

function listOf<Item>(lists: Map<number, Item[]>, key: number): Item[] {
  const found = lists.get(key) ?? [];
  lists.set(key, found);
  return found;
}

function at<Value>(column: readonly Value[], row: number): Value {
  const value = column[row];
  if (value === undefined) throw new Error('published columns have different lengths');
  return value;
}

function monthOf(text: string): Month {
  const month = parseMonth(text);
  if (month === null) throw new Error('a published row has a month in another form');
  return month;
}
