import { LANGUAGES, nearestName } from '#journey';
import { type CheckContext } from './check-context.js';
import { usedForms } from './text-needs.js';

/** An event that a task offers, and that its form has no button for, while a button of nearly the same name has no event. */
export interface MisspeltEvent {
  readonly form: string;
  readonly event: string;
  /** The button that was probably meant. */
  readonly meant: string;
}

/** Spelling errors in the events of tasks, found by their buttons in the texts. */
export function misspeltEvents(context: CheckContext): MisspeltEvent[] {
  return usedForms(context).flatMap(form => {
    const offered = new Set(
      context.states.flatMap(({ task, transitions }) =>
        task?.form === form
          ? transitions.flatMap(({ trigger }) => (trigger.kind === 'event' ? [trigger.event] : []))
          : [],
      ),
    );
    const buttons = new Set(
      LANGUAGES.flatMap(language => {
        const { forms } = context.definition.texts[language];
        return Object.hasOwn(forms, form) ? Object.keys(forms[form]?.events ?? {}) : [];
      }),
    );
    const left = [...buttons].filter(button => !offered.has(button));
    return [...offered].flatMap(event => {
      const meant = buttons.has(event) ? undefined : nearestName(event, left);
      return meant === undefined ? [] : [{ form, event, meant }];
    });
  });
}
