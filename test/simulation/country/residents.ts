import { type Home, Population, type Resident } from '../../../apps/authorities/src/population/population.js';
import { type SeededRandom } from '../../support/seeded-random.js';

const SURNAMES = ['Holm', 'Berg', 'Dahl', 'Lund', 'Vang', 'Krog'];
const NAMES = ['Anna', 'Bo', 'Eva', 'Kim', 'Lis', 'Mads', 'Ida', 'Karl', 'Ella', 'Bent', 'Maja', 'Otto'];
const MUNICIPALITIES = [
  { municipality: '0461', municipalityName: 'Odense', region: '1083', town: '5000 Odense C' },
  { municipality: '0751', municipalityName: 'Aarhus', region: '1082', town: '8000 Aarhus C' },
  { municipality: '0265', municipalityName: 'Roskilde', region: '1085', town: '4000 Roskilde' },
  { municipality: '0101', municipalityName: 'København', region: '1084', town: '2200 København N' },
];

/** The CPR number of the grown-up of a household who lives the journeys. */
export function headOf(population: Population, household: number): string {
  return population.named(`head-${household}`).cpr;
}

/** Everybody of the household, and the parent who lives elsewhere, but not the one who is asked about. */
export function kinOf(population: Population, cpr: string): readonly string[] {
  const household = population.ofNumber(cpr)?.name.split('-')[1];
  return population.people
    .filter(({ name, cpr: other }) => name.split('-')[1] === household && other !== cpr)
    .map(({ cpr: other }) => other);
}

/** So many households, each with a life of its own: alone, together or married, with and without children, of every age. */
export function residents(count: number, random: SeededRandom): Population {
  const people: Record<string, Resident> = {};
  const homes: Record<string, Home> = {};
  for (let household = 1; household <= count; household += 1) addHousehold(household, random, people, homes);
  return new Population(people, homes);
}

function addHousehold(
  household: number,
  random: SeededRandom,
  people: Record<string, Resident>,
  homes: Record<string, Home>,
): void {
  const home = `home-${household}`;
  homes[home] = homeOf(household, random);
  homes[`${home}-old`] = homeOf(household + 50, random);
  const surname = random.pick(SURNAMES);
  const year = random.whole(1958, 2006);
  const person = (name: string, of: Partial<Resident> & { readonly born: string }): void => {
    people[`${name}-${household}`] = {
      cpr: numberOf(of.born, Object.keys(people).length),
      fullName: `${random.pick(NAMES)} ${surname}`,
      who: name,
      home,
      movedIn: '2021-06-01',
      civilStatus: { is: 'unmarried' },
      doctor: { number: '031812', name: 'Lægehuset Nørregade' },
      ...of,
    };
  };
  const grownUp = () => ({
    income: random.whole(0, 60) * 10_000,
    ...(random.happens(0.6) && { fund: { name: 'Fagenes A-kasse', since: '2015-01-01' } }),
    ...(random.happens(0.7) && { account: '4471' }),
    ...(random.happens(0.4) && {
      vehicles: [{ plate: `CX${48100 + household * 10 + random.whole(0, 9)}`, make: 'Skoda Fabia' }],
    }),
    ...(random.happens(0.4) && { owns: 50 }),
    ...(random.happens(0.2) && { exempt: true }),
    ...(random.happens(0.1) && { protected: true }),
    benefits: random.happens(0.3) ? ['housingBenefit'] : [],
  });
  const partnered = random.happens(0.7);
  const married = partnered && random.happens(0.6);
  const withSpouse = (spouse: string): Pick<Resident, 'civilStatus'> =>
    married
      ? { civilStatus: { is: 'married', from: '2018-08-18', spouse } }
      : { civilStatus: { is: 'unmarried' } };
  person('head', {
    born: `${year}-05-11`,
    parents: [`parent-${household}`],
    ...grownUp(),
    ...withSpouse(`partner-${household}`),
  });
  if (partnered) {
    person('partner', { born: `${year + 1}-03-19`, ...grownUp(), ...withSpouse(`head-${household}`) });
  }
  const parents = [`head-${household}`, ...(partnered ? [`partner-${household}`] : [])];
  for (let child = random.whole(0, 3); child > 0; child -= 1) {
    const born = `${Math.max(year + 20, random.whole(2006, 2024))}-0${random.whole(1, 9)}-12`;
    person(`child${child}`, { born, parents, custodians: parents });
  }
  person('parent', {
    born: `${year - 27}-01-04`,
    home: `${home}-old`,
    ...(random.happens(0.4) && { died: 'P4D' }),
    civilStatus: { is: 'widowed', from: '2014-02-11' },
    benefits: ['statePension'],
    owns: 100,
  });
}

function homeOf(number: number, random: SeededRandom): Home {
  const { town, ...place } = random.pick(MUNICIPALITIES);
  return {
    address: `0a3f50b8-61d7-32b8-e044-0003ba29${String(8000 + number)}`,
    text: `Nørregade ${number}, ${town}`,
    parish: 'Domsognet',
    rooms: random.whole(1, 6),
    area: random.whole(40, 150),
    ownership: random.pick(['owned', 'rented', 'cooperative']),
    ...place,
  };
}

/** A replacement number (its day is 60 too high), so that it is nobody's. */
function numberOf(born: string, index: number): string {
  const [year = '', month = '', day = ''] = born.split('-');
  return `${60 + Number(day)}${month}${year.slice(2)}${4000 + index}`;
}
