import { readFile } from 'node:fs/promises';
import { type ExportDocument, type ExportedJourney } from '../../apps/api/src/my-data/export-document.js';

/** Where what a table holds of a person stands in the copy that they get (GDPR art. 15(3)). */
const EXPORTED: Readonly<Record<string, keyof ExportDocument | keyof ExportedJourney>> = {
  journey: 'journeys',
  journal: 'answers',
  participant: 'journey',
  timer: 'journey',
  dispatch: 'disclosures',
  assistance: 'disclosures',
  audit: 'disclosures',
  sent_text: 'disclosures',
  message: 'messages',
  document: 'documents',
  draft: 'drafts',
  feedback_giver: 'feedbackGiven',
  mandate: 'mandates',
  given_mandate: 'mandates',
  // But for the CPR number, which whoever signs in has shown; it is nowhere repeated.
  person: 'registeredDeath',
  registered_name: 'name',
  person_setting: 'settings',
  second_channel: 'secondChannel',
  calendar_feed: 'calendarFeedSince',
  correction: 'corrections',
  session: 'sessions',
};

const NOTHING_OF_A_PERSON = 'it holds nothing of a person';
const EXCEPTIONS: Readonly<Record<string, string>> = {
  access_chain: 'the proof is a file of its own, GET /v1/disclosures/proof',
  access_entry: 'the proof is a file of its own, GET /v1/disclosures/proof',
  access_chain_progress: NOTHING_OF_A_PERSON,
  appraisal: NOTHING_OF_A_PERSON,
  authority_pause: 'it names who of operations has paused an authority, at work',
  browser_session:
    'the cookie of a session that is exported: it says nothing more, and lets in whoever has it',
  chain_verification: 'it names which auditor has asked for it, at work',
  clearance: NOTHING_OF_A_PERSON,
  definition: 'it names who has published it, at work',
  document_piece: 'the content of documents is fetched one by one; they are named in the copy',
  feedback: 'nothing leads from it to a person',
  head_key: NOTHING_OF_A_PERSON,
  journey_key: 'keys, without which nothing else could be read',
  migration: NOTHING_OF_A_PERSON,
  ops_session: 'it is of operations, at work, and ends within hours',
  secret: NOTHING_OF_A_PERSON,
  signing_key: NOTHING_OF_A_PERSON,
};

it('every table is in the copy that a person gets, or is left out for a reason', async () => {
  const schema = await readFile(new URL('../../libs/postgres/schema.sql', import.meta.url), 'utf8');
  const tables = [...schema.matchAll(/^create table (\w+)/gm)].map(([, table]) => table!);
  expect(tables.length).toBeGreaterThan(20);
  expect([...Object.keys(EXPORTED), ...Object.keys(EXCEPTIONS)].sort()).toEqual([...new Set(tables)].sort());
});
