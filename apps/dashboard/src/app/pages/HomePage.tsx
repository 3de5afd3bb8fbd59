import { Navigate, useParams, useSearchParams } from 'react-router';
import { measureFromAddress } from '../../features/measure-catalogue/measure-address';
import { findTeams } from '../../features/organisation/find-teams';
import { useOrganisation } from '../../features/organisation/use-organisation';
import { useOrganisations } from '../../features/organisation/use-organisations';
import { useViewer } from '../../features/viewer/use-viewer';
import { addressOf, DEFAULT_MEASURE, monthsFromAddress, presentationFromAddress } from '../view-address';
import { EmptyPanel } from './EmptyPanel';
import { FaultPage } from './FaultPage';
import { NoFiguresPage } from './NoFiguresPage';
import { NotFoundPage } from './NotFoundPage';
import { PageSkeleton } from './PageSkeleton';

/** Opens the first team of the viewer without asking anything; who sees no figures lands on a page that says so. */
export function HomePage() {
  const { organisation: wanted } = useParams();
  const [search] = useSearchParams();
  const viewer = useViewer();
  const organisations = useOrganisations();
  const code = wanted ?? organisations.data?.[0]?.code ?? null;
  const known = organisations.data?.some((organisation) => organisation.code === code) ?? false;
  const organisation = useOrganisation(known ? code : null);

  if (organisations.isError) return <FaultPage fault={organisations.error} />;
  if (organisations.isPending) return <PageSkeleton />;
  if (organisations.data.length === 0) return <EmptyPanel missing="organisation" />;
  if (!known) return <NotFoundPage missing="organisation" />;
  if (organisation.isError) return <FaultPage fault={organisation.error} />;
  if (organisation.isPending) return <PageSkeleton />;

  if (viewer.data?.seesFigures === false) return <NoFiguresPage />;
  const [firstTeam] = findTeams(organisation.data);
  // Whether she sees figures must be known before her page says that there are no teams.
  if (firstTeam === undefined && viewer.isPending) return <PageSkeleton />;
  if (firstTeam === undefined) return <EmptyPanel missing="teams" />;
  const address = addressOf({
    organisation: organisation.data.code,
    team: firstTeam.code,
    measure: measureFromAddress(search.get('measure') ?? '') ?? DEFAULT_MEASURE,
    months: monthsFromAddress(search),
    presentation: presentationFromAddress(search),
  });
  return <Navigate to={address} replace />;
}
