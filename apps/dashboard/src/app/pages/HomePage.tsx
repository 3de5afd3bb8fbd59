import { Navigate, useLocation } from 'react-router';
import { findTeams } from '../../features/organisation/find-teams';
import { useOrganisation } from '../../features/organisation/use-organisation';
import { useOrganisations } from '../../features/organisation/use-organisations';
import { useViewer } from '../../features/viewer/use-viewer';
import { landingPageOf } from '../pages';
import { pageViewAt } from '../view-address';
import { EmptyPanel } from './EmptyPanel';
import { FaultPage } from './FaultPage';
import { NoFiguresPage } from './NoFiguresPage';
import { NotFoundPage } from './NotFoundPage';
import { PageSkeleton } from './PageSkeleton';

/** Opens the page of the viewer's role on its first team, without asking anything; who sees no figures lands on a page that says so. */
export function HomePage() {
  const location = useLocation();
  const wanted = pageViewAt(location);
  const viewer = useViewer();
  const organisations = useOrganisations();
  const code = wanted.organisation === '' ? (organisations.data?.[0]?.code ?? null) : wanted.organisation;
  const known = organisations.data?.some((organisation) => organisation.code === code) ?? false;
  const organisation = useOrganisation(known ? code : null);

  if (organisations.isError) return <FaultPage fault={organisations.error} />;
  if (viewer.isError) return <FaultPage fault={viewer.error} />;
  if (organisations.isPending || viewer.isPending) return <PageSkeleton />;
  if (organisations.data.length === 0) return <EmptyPanel missing="organisation" />;
  if (!known) return <NotFoundPage missing="organisation" />;
  if (organisation.isError) return <FaultPage fault={organisation.error} />;
  if (organisation.isPending) return <PageSkeleton />;

  const page = viewer.data.seesFigures ? landingPageOf(viewer.data.roles) : null;
  if (page === null) return <NoFiguresPage />;
  const [firstTeam] = findTeams(organisation.data);
  if (firstTeam === undefined) return <EmptyPanel missing="teams" />;
  const team = wanted.team === '' ? firstTeam.code : wanted.team;
  return <Navigate to={page.addressOf({ ...wanted, organisation: organisation.data.code, team })} replace />;
}
