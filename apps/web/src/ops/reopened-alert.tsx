import { Alert } from '../design/alert.js';
import { type ReopenedCounts } from './reopened.js';
import { useOpsWords } from './words/ops-words.js';

/** What has come of an order to try many anew: how many, how many an earlier order has in hand, and how many are left. */
export function ReopenedAlert({ counts: { rung, left, underWay } }: { readonly counts: ReopenedCounts }) {
  const { reopened: words } = useOpsWords();
  const heading = rung > 0 ? words.tried : underWay > 0 ? words.alreadyTried : words.nothing;
  return (
    <Alert kind={rung > 0 ? 'success' : 'info'} heading={heading} firstAs="gjort">
      <p>
        {rung > 0 && <>{words.rung(rung)} </>}
        {underWay > 0 && <>{words.underWay(underWay)} </>}
        {left > 0 && words.left(left)}
        {rung + underWay + left === 0 && words.nothingText}
      </p>
    </Alert>
  );
}
