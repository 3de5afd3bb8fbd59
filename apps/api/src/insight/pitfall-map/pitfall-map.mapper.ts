import { bandOfPosted, bandOfRare, PRINCIPLE_WORDING, ROLE_PART_WORDING, type NumberBand } from '@rolvast/domain';
import type { OwnChange as DomainChange } from '@rolvast/domain/statistics';
import { CELL_STATES, toPlace } from '../measure-trend/measure-trend.mapper.js';
import { OwnChange, type PitfallColumn, type PitfallMap } from './pitfall-map.object.js';
import type { PitfallCell, PitfallMapAnswer, PitfallOfUnits } from './pitfall-map.service.js';

const CHANGES: Readonly<Record<DomainChange, OwnChange>> = {
  more: OwnChange.MORE,
  'as-usual': OwnChange.AS_USUAL,
  fewer: OwnChange.FEWER,
  'too-few-points': OwnChange.TOO_FEW_POINTS,
};

/** A map of 400 units is ten columns, not four thousand cells. */
export function toPitfallMap({ place, quarter, quarters, units, pitfalls }: PitfallMapAnswer): PitfallMap {
  return {
    organisation: place.organisation,
    place: toPlace(place),
    ...quarter,
    quarters: [...quarters],
    units: { codes: units.map(({ code }) => code), names: units.map(({ name }) => name) },
    pitfalls: pitfalls.map(toColumn),
  };
}

function toColumn({ pitfall, measure, isBand, months, cells }: PitfallOfUnits): PitfallColumn {
  const shown = cells.map((cell) => (cell?.figure.cell.state === 'shown' ? cell.figure.cell : null));
  return {
    measure: measure.code,
    name: pitfall.name,
    rolePart: ROLE_PART_WORDING[pitfall.part].name,
    principles: pitfall.principles.map((principle) => PRINCIPLE_WORDING[principle]),
    isBand,
    from: months.from,
    through: months.through,
    states: cells.map((cell) => (cell === null ? null : CELL_STATES[cell.figure.cell.state])),
    numerators: shown.map((cell) => (cell === null || isBand ? null : cell.numerator)),
    denominators: shown.map((cell) => cell?.denominator ?? null),
    bands: shown.map((cell): NumberBand | null => (cell === null ? null : isBand ? bandOfRare(cell.numerator) : bandOfPosted(cell.numerator, cell.denominator))),
    changes: cells.map(changeOf),
  };
}

function changeOf(cell: PitfallCell | null): OwnChange | null {
  return cell === null || cell.change === null ? null : CHANGES[cell.change];
}
