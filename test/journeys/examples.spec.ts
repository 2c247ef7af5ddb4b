import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Catalogue } from '#authorities';
import {
  journeyIds,
  JourneysOnDemand,
  LANGUAGES,
  compileJourney,
  readJourney,
  readJourneyFolder,
  withJourneys,
} from '#journey';
import { examplePlay, soundDefinition } from '#workshop';
import { describeExample } from '../../apps/api/src/citizen/example/describe-example.js';

const JOURNEYS = fileURLToPath(new URL('../../journeys', import.meta.url));
const ids = await journeyIds(JOURNEYS);
const catalogue = withJourneys(Catalogue.load(), new JourneysOnDemand(JOURNEYS, ids));
/** A text in which something was not filled in. */
const UNFILLED = /\{[a-z]\w*(, \w+)?\}|undefined|\[object/i;

test.each(ids)('%s has an example that goes well, told in full in both languages', async id => {
  const folder = readJourney(await readJourneyFolder(join(JOURNEYS, id)));
  const definition = folder.definitions.at(-1)!;
  const play = examplePlay(folder, definition, catalogue)!;
  const compiled = compileJourney(soundDefinition(definition, catalogue));
  for (const language of LANGUAGES) {
    const { steps, applicant } = describeExample(play, compiled, language);
    expect(steps.length).toBeGreaterThan(2);
    expect(steps.slice(1).filter(({ answer }) => answer === undefined)).toEqual([]);
    const told = steps.flatMap(({ answer, lines }) => [
      ...(answer ? [answer.task.title, answer.choice, answer.task.help ?? ''] : []),
      ...lines.flatMap(({ text, body = '' }) => [text, body]),
    ]);
    expect(told.filter(text => UNFILLED.test(text))).toEqual([]);
    expect(applicant).toMatch(/^\p{Lu}/u);
  }
});
