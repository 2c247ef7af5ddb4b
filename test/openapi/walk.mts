import createClient, { type Client } from 'openapi-fetch';
import { type components, type paths } from './api.js';

type Journey = components['schemas']['JourneyDocument'];
type Problem = components['schemas']['Problem'];

const [baseUrl = '', anna = '', bo = ''] = process.argv.slice(2);

/** A client as anybody would make it from the document alone. */
const clientOf = (token: string): Client<paths> =>
  createClient<paths>({ baseUrl, headers: { authorization: `Bearer ${token}`, 'accept-language': 'da' } });

function got<T>({ data, error }: { data?: T | undefined; error?: unknown }): T {
  if (data === undefined) throw new Error(`refused: ${JSON.stringify(error)}`);
  return data;
}

async function read(client: Client<paths>, journey: string): Promise<Journey> {
  return got(await client.GET('/v1/journeys/{journey}', { params: { path: { journey } } }));
}

async function reaches(client: Client<paths>, journey: string, state: string): Promise<Journey> {
  for (let looks = 0; looks < 600; looks++) {
    const document = await read(client, journey);
    if (document.states.some(({ path }) => path === state)) return document;
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  throw new Error(`the journey did not reach ${state}`);
}

async function submit(
  client: Client<paths>,
  journey: string,
  task: string,
  answer: components['schemas']['TaskAnswer'],
): Promise<Journey> {
  const { data, error, response } = await client.POST('/v1/journeys/{journey}/tasks/{task}', {
    params: { path: { journey, task }, header: { 'Idempotency-Key': `${task}-${answer.event}` } },
    body: answer,
  });
  if (error) throw new Error(`${error.code satisfies Problem['code']}: ${error.detail}`);
  if (response.headers.get('etag') === null) throw new Error('no ETag');
  return got({ data });
}

const clients = { anna: clientOf(anna), bo: clientOf(bo) };
const started = got(await clients.anna.POST('/v1/journeys', { body: { definition: 'relocating' } }));
const { id } = started;
const [declare] = started.tasks;
const label: string | undefined = declare?.form?.texts.fields['address']?.label;
const required: readonly string[] | undefined = declare?.form?.schema.required;
if (label === undefined || !required?.includes('address')) throw new Error('the form is not described');

const date = new Date(Date.now() + 3 * 864e5).toISOString().slice(0, 10);
const address = '0a3f50b8-5c1e-32b8-e044-0003ba298018';
await submit(clients.anna, id, 'declareMove', {
  event: 'submit',
  data: { address, date, partner: '6204862345' },
});
await submit(clients.bo, id, 'partnerConsent', { event: 'agree', data: { date } });
const underWay = await reaches(clients.anna, id, 'underWay.population.awaited');
for (const { kind, by, text } of underWay.happened) {
  switch (kind) {
    case 'submitted':
    case 'answered':
      process.stdout.write(`${kind} ${by ?? ''} ${text}\n`);
      break;
    default:
  }
}
const disclosures = got(
  await clients.anna.GET('/v1/disclosures', { params: { query: { journey: id, limit: 5 } } }),
);
for (const { kind, authorityName, categories = [] } of disclosures.items) {
  process.stdout.write(`${kind} ${authorityName ?? ''} ${categories.map(({ name }) => name).join(', ')}\n`);
}
const wrong = await clients.bo.GET('/v1/journeys/{journey}', {
  params: { path: { journey: '00000000-0000-4000-8000-000000000000' } },
});
if (wrong.error?.code !== 'unknown-journey') throw new Error('a journey that is not there was found');
