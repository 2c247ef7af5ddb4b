import { type Definition, type ServiceCatalogue, type Words } from '#journey';
import { CROSS_BORDER } from './cross-border.js';
import { DIGITAL_READY } from './digital-ready.js';
import { type IndicatorGroup, type Judgement } from './indicator.js';
import { KEY_ENABLERS } from './key-enablers.js';
import { PERSONAL_DATA, SERVICE_DESIGN } from './personal-data.js';
import { type Measured, PRINCIPLES_SOURCE } from './principle.js';
import { ScoreSubject } from './score-subject.js';
import { SERVICE_DELIVERY } from './service-delivery.js';
import { MOBILE, ONLINE_AVAILABILITY, USER_SUPPORT } from './user-centricity.js';

/** Every indicator, in the order of the questionnaire. */
const GROUPS: readonly IndicatorGroup[] = [
  ONLINE_AVAILABILITY,
  USER_SUPPORT,
  MOBILE,
  SERVICE_DELIVERY,
  PERSONAL_DATA,
  SERVICE_DESIGN,
  KEY_ENABLERS,
  CROSS_BORDER,
];

export interface ScoredIndicator extends Partial<Judgement> {
  readonly id: string;
  readonly question: Words;
  /** Why it is not judged, or does not apply: then there is neither value nor reason. */
  readonly open?: Words;
}

export interface ScoredGroup {
  readonly id: string;
  readonly title: Words;
  readonly source: string;
  /** Whole percent of the indicators that are judged; absent where all are open. */
  readonly score?: number;
  readonly indicators: readonly ScoredIndicator[];
}

export interface ScoredPrinciple extends Measured {
  readonly id: string;
  readonly title: Words;
  readonly source: string;
}

/** What a version of a journey gets in the eGovernment Benchmark, and by the principles of digital-ready legislation. */
export interface JourneyScore {
  readonly id: string;
  readonly effective: string;
  /** Mean of the groups that have a score, in whole percent. */
  readonly score: number;
  readonly groups: readonly ScoredGroup[];
  readonly principles: readonly ScoredPrinciple[];
}

/**
 * *Conformance score*: what the indicators ask, answered from the definition, its texts and parameters and the contracts; of the portal,
 * by what its pages are seen to have. No designer declares anything for it; what is not said stays open.
 */
export function scoreJourney(definition: Definition, catalogue: ServiceCatalogue): JourneyScore {
  const subject = new ScoreSubject(definition, catalogue);
  const groups = GROUPS.map(({ id, title, source, indicators }): ScoredGroup => {
    const scored = indicators.map(({ id: number, question, judge }): ScoredIndicator => ({
      id: number,
      question,
      ...(typeof judge === 'function' ? judge(subject) : judge),
    }));
    const values = scored.flatMap(({ value }) => value ?? []);
    return { id, title, source, ...(values.length > 0 && { score: percent(values) }), indicators: scored };
  });
  const principles = DIGITAL_READY.map(({ id, title, measure }) => ({
    id,
    title,
    source: PRINCIPLES_SOURCE,
    ...measure(subject),
  }));
  const scores = groups.flatMap(({ score }) => (score === undefined ? [] : score / 100));
  return { id: definition.id, effective: definition.effective, score: percent(scores), groups, principles };
}

function percent(values: readonly number[]): number {
  return Math.round((values.reduce((sum, value) => sum + value, 0) / Math.max(values.length, 1)) * 100);
}
