import { type CompiledJourney, type UndoEffect } from '#journey';
import { type DispatchRecord } from '../journey-record.js';
import { previewCancellation } from './cancellation-preview.js';
import { beginCompensating } from './compensating.js';
import { type Decision, type DecisionEffect } from './decision.js';

/** Whether the journey cancels itself by a decision. */
export function undoes({ effects }: Decision): boolean {
  return effects.some(isUndo);
}

/**
 * Saga that a definition begins: what was decided is committed together with the beginning of its compensation, so that nothing is
 * done in between. The entry keeps who or what caused it, and is everybody's, as that of a participant's cancellation.
 *
 * @param dispatches of the journey, as they were before the decision
 */
export function decideUndo(
  decision: Decision,
  dispatches: readonly DispatchRecord[],
  compiled: CompiledJourney,
): Decision {
  const undo = decision.effects.find(isUndo);
  if (!undo) return decision;
  const { entry, settles, state } = decision;
  const settled = dispatches.map(dispatch =>
    dispatch.seq === settles?.seq ? { ...dispatch, status: settles.status } : dispatch,
  );
  const asked = settled.filter(({ undoes: compensated }) => compensated === undefined);
  const { compensations, irreversible } = previewCancellation(asked, compiled);
  const stays = irreversible.map(({ service, state: step }) => ({ service, state: step }));
  const reason = { text: undo.text, with: undo.with, stays };
  const { effects, ...begun } = beginCompensating(state, compensations, reason);
  const cause =
    entry.kind === 'started'
      ? {}
      : ({ kind: 'cancelled', subject: `${entry.kind} ${entry.subject}` } as const);
  return {
    ...decision,
    ...begun,
    effects: [...decision.effects, ...effects],
    entry: { ...entry, ...cause, detail: { ...(entry.detail as object), compensations, reason } },
  };
}

function isUndo(effect: DecisionEffect): effect is UndoEffect {
  return effect.type === 'undo';
}
