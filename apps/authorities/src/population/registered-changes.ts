import { type IsoDate } from '#calendar';
import { listOf } from '#schema';
import { type JsonObject } from '#statechart';
import { type Home, type Resident } from './population.js';

/** What a register writes down about some people. */
export interface RegisteredChange {
  /** CPR numbers of those whom it is about; each that the population does not know is left out. */
  readonly persons: readonly string[];
  /** The first day of it. */
  readonly from: IsoDate;
  /** What is so from then on; other people and homes by CPR number and by id in the address register. */
  readonly change: (person: WrittenResident) => Partial<WrittenResident>;
  /** It puts off their last move. */
  readonly redates?: true;
  /** Somebody who is new in the register. */
  readonly born?: { readonly cpr: string; readonly mother: string; readonly other?: string };
}

/** Somebody as the register writes them, with numbers for names. */
export type WrittenResident = Omit<Resident, 'home' | 'parents' | 'custodians' | 'civilStatus' | 'died'> & {
  readonly died?: Resident['died'] | undefined;
  readonly address: Home['address'];
  readonly parents: readonly string[];
  readonly custodians: readonly string[];
  readonly civilStatus: {
    readonly is: string;
    readonly from?: string | undefined;
    readonly spouse?: string | undefined;
  };
};

type Told = (data: JsonObject, answer: JsonObject) => RegisteredChange;

const text = (data: JsonObject, name: string): string => String(data[name] ?? '');
const persons = (data: JsonObject, ...names: readonly string[]): string[] =>
  names.flatMap(name => (typeof data[name] === 'string' ? [data[name]] : listOf(data[name]).map(String)));

/** What services of the registers write down when they do what they are asked. */
const BY_SERVICE: Readonly<Record<string, Told>> = {
  'cpr.registerMove': data => ({
    persons: persons(data, 'person', 'movers'),
    from: text(data, 'date'),
    change: () => ({ address: text(data, 'address'), movedIn: text(data, 'date') }),
  }),
  'cpr.changeMoveDate': data => ({
    persons: persons(data, 'person'),
    from: text(data, 'date'),
    change: () => ({ movedIn: text(data, 'date') }),
    redates: true,
  }),
  'kommune.registerDeparture': (data, answer) => ({
    persons: answer['accepted'] === true ? persons(data, 'person', 'movers') : [],
    from: text(data, 'date'),
    change: () => ({ departedOn: text(data, 'date') }),
  }),
  'cpr.protectAddress': data => ({
    persons: persons(data, 'person', 'children'),
    from: '',
    change: () => ({ protected: true }),
  }),
  'cpr.registerCivilStatus': data => married(data),
  'personregister.changeName': (data, answer) => ({
    persons: persons(data, 'person'),
    from: text(answer, 'from'),
    change: ({ fullName }) => ({ fullName: `${givenNames(fullName)} ${text(data, 'surname')}`.trim() }),
  }),
  'personregister.registerName': (data, answer) => ({
    persons: persons(data, 'child'),
    from: text(answer, 'registeredOn'),
    change: () => ({ fullName: `${text(data, 'firstNames')} ${text(data, 'surname')}`.trim() }),
  }),
  'personregister.reportBirth': (data, answer) => birth(text(answer, 'child'), data),
  'personregister.registerCoParenthood': (data, answer) => ({
    persons: persons(data, 'child', 'siblings'),
    from: text(answer, 'registeredOn'),
    change: ({ parents, custodians }) => ({
      parents: added(parents, text(answer, 'parent')),
      custodians: answer['jointCustody'] === true ? added(custodians, text(answer, 'parent')) : custodians,
    }),
  }),
  'jobnet.register': (data, answer) => ({
    persons: persons(data, 'person'),
    from: '',
    change: () => ({ unemployedSince: text(answer, 'registeredOn') }),
  }),
  'jobnet.deregister': data => ({
    persons: persons(data, 'person'),
    from: text(data, 'from'),
    change: () => ({ unemployedSince: undefined }),
  }),
  'employmentOffice.applyCashHelp': (data, answer) => ({
    persons: persons(data, 'person'),
    from: '',
    change: () => ({ cashHelp: answer['granted'] === true }),
  }),
  'employmentOffice.endCashHelp': data => ({
    persons: persons(data, 'person'),
    from: text(data, 'from'),
    change: () => ({ cashHelp: false }),
  }),
  'personregister.registerDeathAbroad': data => death(text(data, 'deceased'), text(data, 'diedOn')),
};

/** What the registers have written down when they report it. */
const BY_REPORT: Readonly<Record<string, Told>> = {
  'cpr.moveRegistered': data => ({
    persons: persons(data, 'person'),
    from: text(data, 'movedOn'),
    change: () => ({ address: text(data, 'address'), movedIn: text(data, 'movedOn') }),
  }),
  'cpr.departureRegistered': data => ({
    persons: persons(data, 'person'),
    from: text(data, 'departedOn'),
    change: () => ({ departedOn: text(data, 'departedOn') }),
  }),
  'cpr.birthRegistered': data => birth(text(data, 'child'), data),
  'cpr.deathRegistered': data => death(text(data, 'person'), text(data, 'diedOn')),
  'cpr.infantDeathRegistered': data => death(text(data, 'child'), text(data, 'diedOn')),
  'cpr.deathRecordReversed': data => ({
    persons: persons(data, 'person'),
    from: text(data, 'reversedOn'),
    change: () => ({ died: undefined }),
  }),
  'cpr.civilStatusChanged': data => married(data),
  'cpr.custodyChanged': data => ({
    persons: persons(data, 'child'),
    from: text(data, 'from'),
    change: () => ({ custodians: persons(data, 'custodians') }),
  }),
  'cpr.nameRegistered': data => ({
    persons: persons(data, 'person'),
    from: text(data, 'registeredOn'),
    change: () => ({ fullName: text(data, 'fullName') }),
  }),
  'cpr.addressProtectionChanged': data => ({
    persons: persons(data, 'person'),
    from: '',
    change: () => ({ protected: data['protected'] === true }),
  }),
};

/** What a service has written down; undefined for one that keeps no register of people. */
export function changeByService(
  service: string,
  data: JsonObject,
  answer: JsonObject,
): RegisteredChange | undefined {
  return BY_SERVICE[service]?.(data, answer);
}

/** What had been written down before it was reported. */
export function changeByReport(event: string, data: JsonObject): RegisteredChange | undefined {
  return BY_REPORT[event]?.(data, {});
}

/** A marriage that is dissolved leaves no spouse; one that is only separated does. */
function married(data: JsonObject): RegisteredChange {
  const [person = '', spouse] = [text(data, 'person'), data['spouse'] as string | undefined];
  const is = text(data, 'status');
  const from = text(data, 'from');
  const lasts = is === 'married' || is === 'separated';
  return {
    persons: [person, ...(spouse === undefined ? [] : [spouse])],
    from,
    change: ({ cpr, civilStatus }) => {
      const other = lasts ? ((cpr === person ? spouse : person) ?? civilStatus.spouse) : undefined;
      return { civilStatus: { is, from, ...(other !== undefined && { spouse: other }) } };
    },
  };
}

function birth(child: string, data: JsonObject): RegisteredChange {
  const other = data['otherParent'];
  return {
    persons: [child],
    from: text(data, 'born'),
    change: () => ({ born: text(data, 'born'), movedIn: text(data, 'born') }),
    born: { cpr: child, mother: text(data, 'mother'), ...(typeof other === 'string' && { other }) },
  };
}

function death(person: string, diedOn: IsoDate): RegisteredChange {
  return { persons: [person], from: diedOn, change: () => ({ died: diedOn }) };
}

function givenNames(fullName: string): string {
  return fullName.split(' ').slice(0, -1).join(' ');
}

function added(all: readonly string[], one: string): readonly string[] {
  return one === '' || all.includes(one) ? all : [...all, one];
}
