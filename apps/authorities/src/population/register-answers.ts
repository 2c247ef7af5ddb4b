import { type IsoDate } from '#calendar';
import { type JsonObject } from '#statechart';
import { text } from '../rules/refusal-rule.js';
import { dayOf, isChild, type NamedResident, type Population } from './population.js';
import { childrenLeft, relationOf, relativesOf } from './kinship.js';

/** What a register is asked, of whom, and when. */
interface Question {
  readonly population: Population;
  readonly input: JsonObject;
  /** Whom the request is about. */
  readonly person: NamedResident;
  readonly today: IsoDate;
}

/** The whole answer, a code to refuse with, or undefined: it is answered as for anybody whom no register knows. */
export type RegisterAnswer = JsonObject | string | undefined;

/** Barselsloven § 21: so many weeks each of two parents has after the birth. */
const WEEKS_EACH = 24;

/** Pensionsloven § 5: years in Denmark count from this age. */
const COUNTED_FROM = 15;

/** The answers of the registers about people of the population, by service. What one says fits what the others say. */
const ANSWERS: Readonly<Record<string, (question: Question) => RegisterAnswer>> = {
  'cpr.readPerson': ({ population, person }) => {
    const { cpr, fullName, born, died, movedIn, departedOn } = person;
    const { address, text: addressText, municipality } = population.homeOf(person);
    const protectedAddress = person.protected ?? false;
    const alive = died === undefined;
    return {
      person: cpr,
      fullName,
      born,
      alive,
      address,
      addressText,
      municipality,
      movedIn,
      protectedAddress,
      ...(departedOn !== undefined && { departedOn }),
    };
  },
  'cpr.readFamily': ({ population, person, today }) => {
    const { cpr, civilStatus } = person;
    const { is, from } = civilStatus;
    const spouse =
      (is === 'married' || is === 'separated') && civilStatus.spouse !== undefined
        ? population.named(civilStatus.spouse)
        : undefined;
    const since = from === undefined ? undefined : dayOf(from, today);
    const children = population
      .childrenOf(person)
      .filter(child => isChild(child, today) && child.died === undefined);
    const numbers = (names: readonly string[] = []): string[] =>
      names.map(name => population.named(name).cpr);
    const custodians = children.flatMap(child => numbers(child.custodians));
    return {
      person: cpr,
      civilStatus: is,
      ...(since !== undefined && { civilStatusFrom: since }),
      ...(spouse && { spouse: spouse.cpr, spouseName: spouse.fullName, ...(since && { marriedOn: since }) }),
      children: children.map(child => ({
        child: child.cpr,
        name: child.fullName,
        born: child.born,
        livesHere: child.home === person.home,
        custodians: numbers(child.custodians),
      })),
      otherCustodians: [...new Set(custodians)].filter(custodian => custodian !== cpr),
    };
  },
  'cpr.readCustodians': ({ population, person, today }) => ({
    custodians: isChild(person, today)
      ? (person.custodians ?? []).map(name => population.named(name).cpr)
      : [],
    guardianship: false,
  }),
  'cpr.readHousehold': ({ population, person }) => ({
    address: population.homeOf(person).address,
    residents: population.people
      .filter(({ home, died }) => home === person.home && died === undefined)
      .map(({ cpr }) => cpr),
  }),
  'cpr.confirmKinship': ({ population, person, input, today }) => {
    const deceased = population.ofNumber(text(input, 'deceased'));
    if (!deceased) return undefined;
    const relation = relationOf(person, deceased);
    if (relation === undefined) return 'notRelated';
    const { text: addressText, municipality, parish } = population.homeOf(deceased);
    const left = childrenLeft(deceased, population, today);
    return {
      relation,
      deceased: deceased.cpr,
      name: deceased.fullName,
      deathRegistered: deceased.died !== undefined,
      ...(deceased.died !== undefined && { diedOn: dayOf(deceased.died, today) }),
      addressText,
      municipality,
      parish,
      relatives: relativesOf(deceased, population).map(({ cpr }) => cpr),
      childrenLeft: left.map(({ cpr }) => cpr),
      childrenNames: left.map(({ cpr, fullName }) => ({ child: cpr, name: fullName })),
    };
  },
  'skifteretten.readEstate': ({ population, input }) => {
    const deceased = population.ofNumber(text(input, 'deceased'));
    if (!deceased?.died) return undefined;
    const relatives = relativesOf(deceased, population);
    const spouse = relatives.find(({ civilStatus }) => civilStatus.spouse === deceased.name);
    return {
      estate: `SKS-${deceased.cpr.slice(-4)}-${deceased.cpr.slice(0, 2)}`,
      court: `Skifteretten i ${population.homeOf(deceased).municipalityName}`,
      ...(spouse && { spouse: spouse.cpr }),
      heirs: relatives.map(({ cpr }) => cpr),
      unknownHeirs: false,
      will: false,
    };
  },
  'personregister.changeName': ({ person, input, today }) => ({
    fullName: [...person.fullName.split(' ').slice(0, -1), text(input, 'surname') ?? ''].join(' '),
    from: text(input, 'weddingDay') ?? today,
    case: `NAV-${today.slice(0, 4)}-${person.cpr.slice(-4)}`,
  }),
  'skat.readIncome': ({ person: { income = 0, employer } }) => ({
    yearlyIncome: income,
    ...(employer !== undefined && { employer }),
  }),
  'aKasse.readMembership': ({ person: { fund } }) =>
    fund === undefined ? { member: false } : { member: true, memberSince: fund.since, fund: fund.name },
  'jobnet.readRegistration': ({ person: { unemployedSince }, today }) =>
    unemployedSince === undefined
      ? { registered: false }
      : { registered: true, since: dayOf(unemployedSince, today) },
  'employmentOffice.readHelp': ({ person: { cashHelp = false } }) => ({ cashHelp }),
  'ferieKonto.readHoliday': ({ person: { holiday = { holidayDays: 0, amount: 0 } } }) => ({ ...holiday }),
  'udbetalingDanmark.readBenefits': ({ person: { benefits = [] } }) => ({ currentBenefits: [...benefits] }),
  // Everybody of the population has lived here all their life.
  'udbetalingDanmark.readPensionRight': ({ person: { born, benefits = [] }, today }) => ({
    residenceYears: Math.max(0, ageOn(born, today) - COUNTED_FROM),
    percent: 100,
    earlyYears: 0,
    automatic: benefits.includes('disabilityPension'),
    deferralsUsed: 0,
    supplementPercent: 80,
    wealthBelow: true,
  }),
  'kommune.readServices': ({ person: { services = [], aidsOnLoan = 0 } }) => ({
    currentServices: [...services],
    aidsOnLoan,
  }),
  'daycare.readPlaces': ({ population, person }) => ({
    daycarePlaces: population
      .childrenOf(person)
      .flatMap(({ cpr, daycare }) => (daycare ? [{ child: cpr, ...daycare }] : [])),
  }),
  'doctorChoice.readDoctor': ({ person: { doctor } }) => ({ doctor: doctor.number, doctorName: doctor.name }),
  'udbetalingDanmark.transferLeave': ({ input }) => {
    const transferred = Number(input['weeks']);
    return { transferred, fromHas: WEEKS_EACH - transferred, toHas: WEEKS_EACH + transferred };
  },
  'personregister.registerName': ({ input, today }) => ({
    fullName: `${text(input, 'firstNames')} ${text(input, 'surname')}`,
    registeredOn: today,
  }),
  'digitalPost.readMailbox': ({ person: { exempt = false } }) => ({ exempt }),
  'motorregistret.readVehicles': ({ person: { vehicles = [] } }) => ({
    vehicles: vehicles.map(vehicle => ({ ...vehicle })),
  }),
  // Nobody under age has MitID yet, so that it can be got here.
  'mitId.readStatus': ({ person, today }) => ({ active: !isChild(person, today) }),
  'nemKonto.readAccount': ({ person: { account } }) =>
    account === undefined ? { account: false } : { account: true, endsWith: account },
  'tinglysning.readHomes': ({ population, person }) => {
    const { address, text: addressText } = population.homeOf(person);
    const { owns = 0 } = person;
    return { homes: owns > 0 ? [{ address, text: addressText, share: owns }] : [] };
  },
};

/** Answers about homes, whoever asks. */
const HOMES: Readonly<Record<string, (population: Population, input: JsonObject) => RegisterAnswer>> = {
  'dar.findAddress': ({ homes }, input) => {
    const asked = plain(text(input, 'text') ?? '');
    const home = homes.find(
      known => plain(known.text) === asked || plain(known.text).startsWith(`${asked},`),
    );
    if (!home) return undefined;
    const { address, municipality, municipalityName, region } = home;
    return { address, text: home.text, municipality, municipalityName, region, dwelling: true };
  },
  'dar.readDwelling': ({ homes }, input) => {
    const home = homes.find(({ address }) => address === input['address']);
    return home && { rooms: home.rooms, area: home.area, ownership: home.ownership };
  },
};

/** What a register says by the person in the request. */
export function registerAnswer(
  service: string,
  input: JsonObject,
  persons: readonly string[],
  today: IsoDate,
  population: Population,
): RegisterAnswer {
  const person = population.ofNumber(text(input, 'person') ?? persons[0]);
  if (person)
    return ANSWERS[service]?.({ population, input, person, today }) ?? HOMES[service]?.(population, input);
  return HOMES[service]?.(population, input);
}

function ageOn(born: IsoDate, day: IsoDate): number {
  const years = Number(day.slice(0, 4)) - Number(born.slice(0, 4));
  return day.slice(5) < born.slice(5) ? years - 1 : years;
}

/** An address as it is compared: without capitals, and with single spaces. */
function plain(address: string): string {
  return address.trim().toLowerCase().replace(/\s+/g, ' ');
}
