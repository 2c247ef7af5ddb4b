import { Alert } from '../design/alert.js';
import { ErrorSummary } from '../design/error-summary.js';
import { PageLayout } from '../design/page-layout.js';
import { heldCasesPath, PATHS } from '../paths.js';
import { CaseSearch } from './case-search.js';
import { useOpsWords } from './words/ops-words.js';

export interface CaseSearchPageProps {
  /** What was looked for. */
  readonly number?: string;
  /** It is no case number, or there is no such case. */
  readonly fault?: 'invalid' | 'none';
}

export function CaseSearchPage({ number, fault }: CaseSearchPageProps) {
  const { find, cases } = useOpsWords();
  const isInvalid = fault === 'invalid';
  return (
    <PageLayout title={find.title} menu={PATHS.cases} faulty={isInvalid}>
      {isInvalid && <ErrorSummary faults={[{ href: '#nummer', text: find.invalid }]} />}
      <h1>{find.title}</h1>
      {fault === 'none' && (
        <Alert kind="info" heading={number ?? ''}>
          <p>{find.none}</p>
        </Alert>
      )}
      <CaseSearch {...(number !== undefined && { number })} {...(isInvalid && { error: find.invalid })} />
      <p>
        <a href={heldCasesPath}>{cases.held.title}</a>
      </p>
    </PageLayout>
  );
}
