import { type MitIdPerson } from '../people.js';
import { ChoiceForm, type ChoicePaths, People } from './choice-form.js';
import { htmlOf } from './document.js';

export interface PersonChoiceProps extends ChoicePaths {
  /** Path of the page of those with another eID. */
  readonly otherWay: string;
  /** Where one signs in. */
  readonly service: string;
  readonly people: readonly MitIdPerson[];
}

interface ChoiceWords {
  readonly title: string;
  /** The title when nobody was chosen. */
  readonly fault: string;
  heading(service: string): string;
  readonly levelsTitle: string;
  readonly otherWay: string;
}

interface ChoiceGroup {
  readonly legend: string;
  readonly people: readonly MitIdPerson[];
}

/** Where one chooses whom to be, among groups of people. Works without a script. */
export function choicePage(
  props: PersonChoiceProps,
  words: ChoiceWords,
  levels: readonly { readonly value: string; readonly name: string }[],
  groups: readonly ChoiceGroup[],
): string {
  const { language, service, otherWay, faulty = false } = props;
  return htmlOf(
    faulty ? words.fault : words.title,
    <>
      <h1>{words.heading(service)}</h1>
      <ChoiceForm {...props} levelsTitle={words.levelsTitle} levels={levels}>
        {groups.map(({ legend, people }, index) => (
          <fieldset key={legend} aria-describedby={faulty && index === 0 ? 'fault' : undefined}>
            <legend>{legend}</legend>
            <People people={people} language={language} />
          </fieldset>
        ))}
      </ChoiceForm>
      <p>
        <a href={otherWay}>{words.otherWay}</a>
      </p>
    </>,
    language,
  );
}
