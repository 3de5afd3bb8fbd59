import type { Quarter } from '@rolvast/domain';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { comparableMeasures } from '../../features/measure-catalogue/comparable-measures';
import { useMeasures, type Measures } from '../../features/measure-catalogue/use-measures';
import { chosenQuarter, findQuarters } from '../../features/organisation/find-quarters';
import { useOrganisation } from '../../features/organisation/use-organisation';
import { useOrganisations } from '../../features/organisation/use-organisations';
import { failureOf } from '../../graphql/request-failure';
import { useDocumentTitle } from '../../shared/lib/use-document-title';
import { Panel } from '../../shared/ui/Panel';
import { StateMessage } from '../../shared/ui/StateMessage';
import { compareAddress, compareViewAt, type CompareView } from '../compare-address';
import { PageHead } from '../shell/PageHead';
import { teamAddress } from '../view-address';
import { CompareFigures } from './CompareFigures';
import { ComparePickers } from './ComparePickers';
import { EmptyPanel } from './EmptyPanel';
import { FaultPage } from './FaultPage';
import { NotFoundPage } from './NotFoundPage';
import { PageSkeleton } from './PageSkeleton';
import styles from './team-page.module.css';

const FIRST_MEASURE = 'PITFALL_POWERLESSNESS';

/** Teams side by side, and where pitfalls changed. The address holds the whole view; every choice changes the address. */
export function ComparePage() {
  const { t } = useTranslation();
  const view = compareViewAt(useLocation());
  const navigate = useNavigate();
  const organisations = useOrganisations();
  const measures = useMeasures();
  const organisation = useOrganisation(view.organisation);
  useDocumentTitle(`${t('compare.title')} · Rolvast`);
  // The address of this moment, not of the last painting: two choices in quick succession must both count.
  const open = (change: Partial<CompareView>) => void navigate(compareAddress({ ...compareViewAt(window.location), ...change }));

  const failed = [organisations, measures].find(({ isError }) => isError);
  if (failed !== undefined) return <FaultPage fault={failed.error} />;
  if (organisation.isError) return failureOf(organisation.error).code === 'not-found' ? <NotFoundPage missing="organisation" /> : <FaultPage fault={organisation.error} />;
  if (organisations.data === undefined || organisation.data === undefined || measures.data === undefined) return <PageSkeleton />;
  if (organisations.data.length === 0) return <EmptyPanel missing="organisation" />;

  const quarters = findQuarters(organisation.data);
  const quarter = chosenQuarter(quarters, view.quarter);
  const code = view.measure ?? FIRST_MEASURE;
  const crumbs = [{ name: organisation.data.name, to: teamAddress({ ...view, team: '', measure: null }) }, { name: t('page.compare'), to: null }];
  return (
    <div className={styles.page}>
      <PageHead
        crumbs={crumbs}
        title={t('compare.title')}
        pickers={<ComparePickers view={view} measure={code} measures={measures.data} organisations={organisations.data} organisation={organisation.data} quarters={quarters} quarter={quarter} onOpen={open} />}
      />
      <CompareBody view={view} code={code} measures={measures.data} regionKnown={view.region === null || organisation.data.regions.some(({ code: region }) => region === view.region)} quarters={quarters} quarter={quarter} onOpen={open} />
    </div>
  );
}

interface CompareBodyProps {
  readonly view: CompareView;
  readonly code: string;
  readonly measures: Measures;
  readonly regionKnown: boolean;
  readonly quarters: readonly Quarter[];
  /** Null where the address names one that is not there. */
  readonly quarter: Quarter | null;
  readonly onOpen: (change: Partial<CompareView>) => void;
}

/** The figures, or which part of the address names something that is not there. */
function CompareBody({ view, code, measures, regionKnown, quarters, quarter, onOpen }: CompareBodyProps) {
  const measure = measures.find((one) => one.code === code);
  if (quarters.length === 0) return <Missing what="nothingClosed" />;
  if (quarter === null) return <Missing what="noQuarter" />;
  if (!regionKnown) return <Missing what="noRegion" />;
  if (measure === undefined) return <NotFoundPage missing="measure" />;
  return <CompareFigures view={view} measure={measure} isComparable={comparableMeasures(measures).includes(measure)} quarter={quarter} onOpen={onOpen} />;
}

function Missing({ what }: { readonly what: 'nothingClosed' | 'noQuarter' | 'noRegion' }) {
  const { t } = useTranslation();
  return (
    <Panel>
      <StateMessage level={2} title={t(`compare.${what}Title`)}>
        <p>{t(`compare.${what}`)}</p>
      </StateMessage>
    </Panel>
  );
}
