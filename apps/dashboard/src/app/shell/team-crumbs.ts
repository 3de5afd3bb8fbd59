import type { Organisation } from '../../features/organisation/use-organisation';
import { teamAddress, type View } from '../view-address';
import type { Crumb } from './Breadcrumb';

/** The way to a team, and to one of its measures where the address names one: organisation, region, team, measure. Empty while it is being fetched. */
export function teamCrumbs(organisation: Organisation | undefined, view: View, measureName: string | null): readonly Crumb[] {
  if (organisation === undefined) return [];
  const region = organisation.regions.find(({ teams }) => teams.some(({ code }) => code === view.team));
  const team = region?.teams.find(({ code }) => code === view.team);
  const top = { name: organisation.name, to: teamAddress({ ...view, team: '', measure: null }) };
  if (region === undefined || team === undefined) return [top];
  const steps = [top, { name: region.name, to: null }];
  if (measureName === null) return [...steps, { name: team.name, to: null }];
  return [...steps, { name: team.name, to: teamAddress({ ...view, measure: null }) }, { name: measureName, to: null }];
}
