import { quarterForm, type Quarter } from '@rolvast/domain';
import { Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DefinitionButton } from '../../features/measure-catalogue/DefinitionButton';
import type { Measures } from '../../features/measure-catalogue/use-measures';
import { keepTrend } from '../../features/measure-trend/use-measure-trend';
import type { FigureSurroundings } from '../../features/team-overview/FigureRow';
import { InShort } from '../../features/team-overview/InShort';
import { OtherFigures } from '../../features/team-overview/OtherFigures';
import { OverviewLine } from '../../features/team-overview/OverviewLine';
import { PitfallProfile } from '../../features/team-overview/PitfallProfile';
import type { Overview } from '../../features/team-overview/to-overview';
import { useTeamOverview } from '../../features/team-overview/use-team-overview';
import { useLanguage } from '../../i18n/use-language';
import { useDocumentTitle } from '../../shared/lib/use-document-title';
import { FaultMessage } from '../../shared/ui/FaultMessage';
import { Panel } from '../../shared/ui/Panel';
import { StateMessage } from '../../shared/ui/StateMessage';
import type { Crumb } from '../shell/Breadcrumb';
import { PageHead } from '../shell/PageHead';
import { teamAddress, type View } from '../view-address';
import { TeamTrend } from './TeamTrend';
import styles from './team-page.module.css';

interface TeamFiguresProps {
  readonly view: View;
  /** Null while it is not known, or when there is none. */
  readonly quarter: Quarter | null;
  readonly isQuarterKnown: boolean;
  /** Undefined while they're being fetched. */
  readonly measures: Measures | undefined;
  /** Null while it's being fetched. */
  readonly teamName: string | null;
  readonly head: { readonly crumbs: readonly Crumb[]; readonly pickers: ReactNode };
  readonly onOpen: (change: Partial<View>) => void;
}

/** Everything about one team and one quarter: in short, the ten pitfalls, one of them over time, and the rest. */
export function TeamFigures({ view, quarter, isQuarterKnown, measures, teamName, head, onOpen }: TeamFiguresProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const overview = useTeamOverview({ ...view, measure: view.measure === '' ? null : view.measure }, keepTrend);
  const quarterName = quarter === null ? '' : quarterForm(quarter, language);
  useDocumentTitle(teamName === null ? 'Rolvast' : t('overview.pageTitle', { team: teamName, quarter: quarterName }));
  return (
    <>
      <PageHead {...head} title={teamName}>
        {overview.data?.quarter != null && isQuarterKnown ? <OverviewLine overview={overview.data} /> : <div className={styles.linePlace}>{overview.isPending && <Skeleton height={14} width="28rem" maw="100%" />}</div>}
      </PageHead>
      {!isQuarterKnown && <Said title={t('overview.quarterTitle')} text={t('overview.quarter')} />}
      {isQuarterKnown && overview.isError && (
        <Panel>
          <FaultMessage level={2} fault={overview.error} onRetry={() => void overview.refetch()} />
        </Panel>
      )}
      {isQuarterKnown && overview.data?.quarter === null && <Said title={t('overview.emptyTitle')} text={t('overview.empty')} />}
      {isQuarterKnown && !overview.isError && overview.data?.quarter !== null && (
        <Figures view={view} overview={overview.data} measures={measures} teamName={teamName ?? ''} quarterName={quarterName} onOpen={onOpen} />
      )}
      {isQuarterKnown && overview.data?.release != null && <p className={styles.release}>{overview.data.release.sentence[language]}</p>}
    </>
  );
}

function Said({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <Panel>
      <StateMessage level={2} title={title}>
        <p>{text}</p>
      </StateMessage>
    </Panel>
  );
}

interface FiguresProps extends Pick<TeamFiguresProps, 'view' | 'measures' | 'onOpen'> {
  readonly overview: Overview | undefined;
  readonly teamName: string;
  readonly quarterName: string;
}

function Figures({ view, overview, measures, teamName, quarterName, onOpen }: FiguresProps) {
  const language = useLanguage();
  const open = view.measure ?? overview?.trend?.measure ?? null;
  const surroundings: FigureSurroundings = {
    nameOf: (code) => measures?.find((measure) => measure.code === code)?.name[language] ?? '',
    addressOf: (measure) => teamAddress({ ...view, measure }),
    open,
    definitionOf: (code) => {
      const measure = measures?.find((one) => one.code === code);
      return measure === undefined ? null : <DefinitionButton measure={measure} />;
    },
  };
  if (overview === undefined || measures === undefined) return <FiguresSkeleton />;
  const told = { overview, teamName, quarterName, ...surroundings };
  return (
    <>
      <InShort {...told} />
      <div className={styles.columns}>
        <PitfallProfile {...told} />
        <div className={styles.trend}>
          <TeamTrend view={view} code={open ?? ''} measures={measures} onOpen={onOpen} />
        </div>
        <OtherFigures {...told} />
      </div>
    </>
  );
}

function FiguresSkeleton() {
  const { t } = useTranslation();
  return (
    <div className={styles.page} role="status" aria-label={t('app.loading')}>
      <Panel>
        <Skeleton height={150} />
      </Panel>
      <div className={styles.columns}>
        <Panel>
          <Skeleton height={380} />
        </Panel>
        <Panel>
          <Skeleton height={480} />
        </Panel>
      </div>
    </div>
  );
}
