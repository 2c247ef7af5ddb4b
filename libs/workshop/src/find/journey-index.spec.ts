import { fileURLToPath } from 'node:url';
import { journeyIds, readJourney, readJourneyFolder } from '#journey';
import { JourneyIndex } from './journey-index.js';

const folder = fileURLToPath(new URL('../../../../journeys/', import.meta.url));
const ids = await journeyIds(folder);
const definitions = await Promise.all(
  ids.map(async id => readJourney(await readJourneyFolder(`${folder}${id}`)).definitions.at(-1)!),
);
const index = new JourneyIndex(definitions);

/** What people write, and the journey that is meant; of a journey that there is not yet nothing is asked. */
const SENTENCES: Readonly<Record<string, readonly string[]>> = {
  bereavement: [
    'min mor er død',
    'Min far døde i går',
    'jeg har mistet min mand',
    'hvad skal jeg gøre, når der er dødsfald i familien',
    'begravelse',
    'begravelsse',
    'hvem arver',
    'my mother has died',
    'my wife passed away',
    'how do I arrange a funeral',
    'who inherits',
    'min aegtefaelle er gaaet bort',
  ],
  divorce: [
    'jeg vil skilles',
    'vi skal skilles',
    'skilsmise',
    'min mand vil ud af ægteskabet',
    'vi er gået fra hinanden',
    'separation',
    'I want to get divorced',
    'we are splitting up',
    'my husband and I are seperating',
    'end of my marriage',
  ],
  'having-a-child': [
    'vi venter barn',
    'jeg er gravid',
    'gravd',
    'vi skal have en baby',
    'hvornår får jeg barselsdagpenge',
    'barsel',
    'vi har fået et barn',
    'we are having a baby',
    'I am pregnant',
    'pregnent',
    'maternity leave',
    'my newborn needs a name',
  ],
  moving: [
    'jeg skal flytte',
    'vi flytter til en ny lejlighed',
    'ny adresse',
    'adreseændring',
    'flytter sammen med min kæreste',
    'I am moving to a new flat',
    'change my adress',
    'we have moved house',
  ],
  'losing-a-job': ['jeg har mistet jobbet', 'jeg er blevet fyret', 'I lost my job', 'I have been fired'],
  'getting-a-job': ['jeg har fået nyt arbejde', 'I got a new job'],
  retiring: ['jeg skal på pension', 'I am retiring next year', 'folkepension'],
  'getting-married': ['vi skal giftes', 'we are getting married', 'bryllup'],
  'buying-a-home': ['vi har købt hus', 'buying our first house'],
  'falling-ill': ['jeg er blevet syg', 'I am on sick leave'],
  disability: ['jeg har fået et handicap', 'living with a disability'],
  'child-with-disability': [
    'mit barn har et handicap',
    'min søn har autisme',
    'my child has a disability',
    'tabt arbejdsfortjeneste',
  ],
  'driving-licence-and-car': [
    'jeg vil have kørekort',
    'jeg har solgt min bil',
    'renew my driving licence',
    'ejerskifte',
  ],
  'care-in-old-age': ['min mor kan ikke klare sig selv længere', 'plejehjem', 'nursing home'],
  'daycare-and-school': [
    'mit barn skal starte i skole',
    'daycare for my child',
    'vuggestue',
    'vi skal have plads i børnehave',
    'billigere bornehave',
    'my son is starting school',
  ],
  'starting-a-business': ['jeg vil starte virksomhed', 'start my own company'],
  driving: ['jeg vil tage kørekort', 'I bought a car'],
  'victim-of-crime': ['jeg er blevet overfaldet', 'my bike was stolen'],
  studying: ['jeg vil søge ind på universitetet', 'apply for SU'],
  'moving-abroad': ['jeg flytter til udlandet', 'we are emigrating'],
  'moving-to-denmark': ['jeg er flyttet til Danmark', 'I am new in Denmark'],
  'digital-citizen': ['jeg har glemt mit MitID', 'help with digital post'],
};

const told = Object.entries(SENTENCES).flatMap(([id, sentences]) =>
  sentences.map((sentence): [string, string] => [sentence, id]),
);

test('there are enough sentences', () => {
  expect(told.length).toBeGreaterThanOrEqual(60);
});

test.each(told.filter(([, id]) => ids.includes(id)))('%s leads to %s', (sentence, id) => {
  const found = index.find(sentence).map(journey => journey.id);
  expect(found.slice(0, 2)).toContain(id);
});

test('it says which words were found, and where', () => {
  const [first] = index.find('Min mor er død');
  expect(first).toMatchObject({ id: 'bereavement', rank: 1 });
  expect(first?.because[0]).toEqual({
    language: 'da',
    where: 'synonyms',
    text: 'min mor er død',
    words: ['mor', 'død'],
  });
});

test.each(['', '   ', 'er jeg på', 'xqzwv kkkk', '"); drop schema'])('%p finds nothing', question => {
  expect(index.find(question)).toEqual([]);
});
