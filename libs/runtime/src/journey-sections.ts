import {
  type CompiledJourney,
  type JourneyState,
  type OpenTask,
  type OutcomeKind,
  type Section,
} from '#journey';
import { type Json } from '#statechart';
import { isStateQuiet } from './is-quiet.js';

/** `later`: it has not come to it; `yours`, `theirs`: it waits for the viewer, for others; the rest: it is over, and how. */
export const SECTION_STATUSES = ['later', 'yours', 'theirs', 'done', 'refused', 'notNeeded'] as const;
export type SectionStatus = (typeof SECTION_STATUSES)[number];

/** A section of a journey as one participant may see it. */
export interface SectionView {
  readonly section: string;
  readonly status: SectionStatus;
  /** What it has come to so far: final states, with the values of their words as they were then. */
  readonly ends: readonly SectionEnd[];
}

export interface SectionEnd {
  readonly state: string;
  readonly is: OutcomeKind;
  /** Absent where it was reached before they were kept: as they are now. */
  readonly with?: Readonly<Record<string, Json>>;
}

/** How a journey stands for a viewer. */
export interface SectionScene {
  readonly compiled: CompiledJourney;
  readonly chart: JourneyState;
  readonly over: boolean;
  readonly visible: (path: string) => boolean;
  /** Paths of the active states. */
  readonly active: readonly string[];
  /** The viewer's own. */
  readonly tasks: readonly OpenTask[];
}

/**
 * Progress: every section that the viewer may see, in order, those to come included. One to which only a mishap would lead is
 * not to come: it is there once the journey is in it. After a loss those are gone that were for what will not be.
 */
export function sectionsOf(scene: SectionScene): SectionView[] {
  const { compiled, visible, chart } = scene;
  const quiet = compiled.isQuiet(chart);
  const isMeant = (path: string): boolean => !quiet || isStateQuiet(path, compiled);
  return compiled.sections.flatMap(section =>
    section.states.some(path => visible(path) && isMeant(path)) &&
    (section.foreseen || hasBegun(section.key, scene))
      ? [sectionView(section, scene)]
      : [],
  );
}

function hasBegun(section: string, { compiled, chart, active }: SectionScene): boolean {
  return (
    chart.context.sections?.[section] !== undefined ||
    active.some(path => compiled.sectionOf(path) === section)
  );
}

function sectionView({ key: section, onlyDoors }: Section, scene: SectionScene): SectionView {
  const { compiled, chart, over, visible, active, tasks } = scene;
  const reached = chart.context.sections?.[section];
  const ends = Object.entries(reached ?? {}).flatMap(([state, values]): SectionEnd[] => {
    const is = compiled.outcomeKind(state);
    return is !== undefined && visible(state) ? [{ state, is, with: values }] : [];
  });
  const isHere = (path: string): boolean => compiled.sectionOf(path) === section && visible(path);
  const here = active.filter(isHere);
  for (const state of here) {
    const is = compiled.outcomeKind(state);
    if (is !== undefined && !reached?.[state]) ends.push({ state, is });
  }
  const isOpen = (path: string): boolean =>
    !compiled.isFinal(path) && !active.some(inner => inner.startsWith(`${path}.`));
  const waits = here.some(path => {
    const inside = active.filter(inner => inner.startsWith(`${path}.`));
    // What goes on out of sight goes on all the same, as does what is told of in another section.
    return isOpen(path) || (!inside.some(isHere) && inside.some(isOpen));
  });
  const asked = tasks.some(({ task, kind }) => kind !== 'standing' && isHere(task));
  const status = ((): SectionStatus => {
    if (waits) return asked ? 'yours' : 'theirs';
    // Nobody waited for anything, or all that was open was a door through which nobody went.
    if (ends.length === 0 && (reached === null || (reached && onlyDoors))) return 'notNeeded';
    if (here.length > 0 || reached !== undefined) return endedAs(ends);
    return over ? 'notNeeded' : 'later';
  })();
  return { section, status, ends };
}

/** Failure never reads as success. */
function endedAs(ends: readonly SectionEnd[]): 'done' | 'refused' | 'notNeeded' {
  if (ends.some(({ is }) => is === 'refused')) return 'refused';
  return ends.length > 0 && ends.every(({ is }) => is === 'notNeeded') ? 'notNeeded' : 'done';
}
