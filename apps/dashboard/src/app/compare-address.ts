import { measureFromAddress, measureToAddress } from '../features/measure-catalogue/measure-address';
import { pageAddress, pageViewAt, type Address, type View } from './view-address';

/** Word of the page in an address. */
export const COMPARE = 'compare';

/** A view with what only a comparison knows. */
export interface CompareView extends View {
  /** Code of the region whose teams are shown; null for all. */
  readonly region: string | null;
  /** Code of the breakdown that is allowed for; null for none, empty when the address names none in the one spelling. */
  readonly allowingFor: string | null;
}

/** The address of a comparison: /noorderlicht/compare?measure=pitfall-any&quarter=2026-Q3&region=west&allowing=legal-frame. */
export function compareAddress({ region, allowingFor, ...view }: CompareView): string {
  const address = pageAddress(COMPARE, view);
  const own = new URLSearchParams({ ...(region === null ? {} : { region }), ...(allowingFor === null ? {} : { allowing: measureToAddress(allowingFor) }) }).toString();
  return own === '' ? address : `${address}${address.includes('?') ? '&' : '?'}${own}`;
}

/** The view of an address of the form that {@link compareAddress} writes. */
export function compareViewAt(address: Address): CompareView {
  const chosen = new URLSearchParams(address.search);
  const allowing = chosen.get('allowing');
  return { ...pageViewAt(address), region: chosen.get('region'), allowingFor: allowing === null ? null : measureFromAddress(allowing) ?? '' };
}
