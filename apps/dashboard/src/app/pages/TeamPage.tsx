import { useLocation, useNavigate } from 'react-router';
import { useMeasures } from '../../features/measure-catalogue/use-measures';
import { findTeams } from '../../features/organisation/find-teams';
import { chosenQuarter, findQuarters } from '../../features/organisation/find-quarters';
import { useOrganisation } from '../../features/organisation/use-organisation';
import { useOrganisations } from '../../features/organisation/use-organisations';
import { failureOf } from '../../graphql/request-failure';
import { useLanguage } from '../../i18n/use-language';
import { teamCrumbs } from '../shell/team-crumbs';
import { PageHead } from '../shell/PageHead';
import { teamAddress, teamViewAt, type View } from '../view-address';
import { EmptyPanel } from './EmptyPanel';
import { FaultPage } from './FaultPage';
import { NotFoundPage } from './NotFoundPage';
import { TeamFigures } from './TeamFigures';
import { TeamPickers } from './TeamPickers';
import styles from './team-page.module.css';

/** Where support is needed in one team. The address holds the whole view; every choice changes the address. */
export function TeamPage() {
  const view = teamViewAt(useLocation());
  const navigate = useNavigate();
  const language = useLanguage();
  const organisations = useOrganisations();
  const measures = useMeasures();
  const organisation = useOrganisation(view.organisation);
  // The address of this moment, not of the last painting: two choices in quick succession must both count.
  const open = (change: Partial<View>) => void navigate(teamAddress({ ...teamViewAt(window.location), ...change }));

  if (organisations.isError) return <FaultPage fault={organisations.error} />;
  if (measures.isError) return <FaultPage fault={measures.error} />;
  if (organisations.data?.length === 0) return <EmptyPanel missing="organisation" />;
  const organisationKnown = organisations.data?.some(({ code }) => code === view.organisation) ?? true;
  if (!organisationKnown || (organisation.isError && failureOf(organisation.error).code === 'not-found')) {
    return <NotFoundPage missing="organisation" />;
  }
  if (organisation.isError) return <FaultPage fault={organisation.error} />;

  const team = organisation.data && findTeams(organisation.data).find(({ code }) => code === view.team);
  const quarters = organisation.data === undefined ? [] : findQuarters(organisation.data);
  const quarter = chosenQuarter(quarters, view.quarter);
  const pickers = <TeamPickers view={view} organisations={organisations.data} organisation={organisation.data} quarters={quarters} quarter={quarter} onOpen={open} />;
  const measure = measures.data?.find(({ code }) => code === view.measure);
  const crumbs = teamCrumbs(organisation.data, view, measure?.name[language] ?? null);
  if (organisation.isSuccess && team === undefined) {
    return (
      <div className={styles.page}>
        <PageHead crumbs={crumbs} pickers={pickers} title={organisation.data.name} isHeading={false} />
        <NotFoundPage missing="team" />
      </div>
    );
  }
  return (
    <div className={styles.page}>
      <TeamFigures view={view} quarter={quarter} isQuarterKnown={organisation.isPending || quarter !== null || quarters.length === 0} measures={measures.data} teamName={team?.name ?? null} head={{ crumbs, pickers }} onOpen={open} />
    </div>
  );
}
