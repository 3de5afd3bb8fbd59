import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { isPitfall, measureToAddress } from '../../features/measure-catalogue/measure-address';
import { MeasureMeaningCard } from '../../features/measure-catalogue/MeasureMeaningCard';
import { spokenMeasure } from '../../features/measure-catalogue/spoken-measure';
import { useMeasures, type MeasureDefinition } from '../../features/measure-catalogue/use-measures';
import { MeasureTrendCard } from '../../features/measure-trend/MeasureTrendCard';
import { findTeams } from '../../features/organisation/find-teams';
import { useOrganisation } from '../../features/organisation/use-organisation';
import { useOrganisations } from '../../features/organisation/use-organisations';
import { failureOf } from '../../graphql/request-failure';
import { useLanguage } from '../../i18n/use-language';
import { useDocumentTitle } from '../../shared/lib/use-document-title';
import { addressOf, viewAt, type TeamView } from '../view-address';
import { EmptyPanel } from './EmptyPanel';
import { FaultPage } from './FaultPage';
import { NotForTeamPanel } from './NotForTeamPanel';
import { NotFoundPage } from './NotFoundPage';
import { TeamPickers } from './TeamPickers';
import styles from './team-page.module.css';

/** One team, one measure over time. The address holds the whole view; every choice changes the address. */
export function TeamPage() {
  const view = viewAt(useLocation());
  const navigate = useNavigate();
  const organisations = useOrganisations();
  const measures = useMeasures();
  const organisation = useOrganisation(view.organisation);
  // The address of this moment, not of the last painting: two choices in quick succession must both count.
  const open = (change: Partial<TeamView>) => void navigate(addressOf({ ...viewAt(window.location), ...change }));

  if (organisations.isError) return <FaultPage fault={organisations.error} />;
  if (measures.isError) return <FaultPage fault={measures.error} />;
  if (organisations.data?.length === 0) return <EmptyPanel missing="organisation" />;
  const organisationKnown = organisations.data?.some(({ code }) => code === view.organisation) ?? true;
  if (!organisationKnown || (organisation.isError && failureOf(organisation.error).code === 'not-found')) {
    return <NotFoundPage missing="organisation" />;
  }
  if (organisation.isError) return <FaultPage fault={organisation.error} />;

  const team = organisation.data && findTeams(organisation.data).find(({ code }) => code === view.team);
  const teamKnown = organisation.isPending || team !== undefined;
  const measure = measures.data?.find(({ code }) => code === view.measure);
  const measureKnown = view.measure !== '' && (measures.isPending || measure !== undefined);
  return (
    <div className={styles.page}>
      <TeamPickers
        view={view}
        measures={measures.data}
        measureKnown={measureKnown && measure?.hasTrend !== false}
        organisations={organisations.data}
        organisation={organisation.data}
        onOpen={open}
        onOrganisation={(code) => void navigate(`/${encodeURIComponent(code)}?measure=${measureToAddress(view.measure)}&months=${view.months}`)}
      />
      {!teamKnown && <NotFoundPage missing="team" />}
      {teamKnown && !measureKnown && <NotFoundPage missing="measure" />}
      {teamKnown && measureKnown && measure?.hasTrend === false && <NotForTeamPanel measure={measure} />}
      {teamKnown && measureKnown && measure?.hasTrend !== false && <TeamFigures view={view} measure={measure} teamName={team?.name ?? null} onOpen={open} />}
    </div>
  );
}

interface TeamFiguresProps {
  readonly view: TeamView;
  /** Undefined while it's being fetched. */
  readonly measure: MeasureDefinition | undefined;
  /** Null while it's being fetched. */
  readonly teamName: string | null;
  readonly onOpen: (change: Partial<TeamView>) => void;
}

function TeamFigures({ view, measure, teamName, onOpen }: TeamFiguresProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const measureName = measure?.name[language] ?? null;
  useDocumentTitle(measureName === null || teamName === null ? [measureName, 'Rolvast'].filter(Boolean).join(' · ') : t('trend.pageTitle', { measure: measureName, team: teamName }));
  return (
    <div className={styles.columns}>
      <MeasureTrendCard
        organisation={view.organisation}
        team={view.team}
        measure={view.measure}
        measureName={measureName}
        isPitfall={isPitfall(view.measure)}
        spoken={measure === undefined ? null : spokenMeasure(measure)}
        months={view.months}
        presentation={view.presentation}
        onPresent={(presentation) => onOpen({ presentation })}
      />
      <MeasureMeaningCard measure={measure} />
    </div>
  );
}
