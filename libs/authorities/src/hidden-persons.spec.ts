import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { MemoryPersonVault } from '../../runtime/src/memory/memory-person-vault.js';
import { type Json } from '#statechart';
import { HIDDEN_IN_CONTRACTS } from '../../schema/test/hidden-persons.js';
import { plantedContract } from '../test/planted-contract.js';
import { AuthorityClient } from './authority-client.js';
import { AuthorityInbox } from './authority-inbox.js';
import { AuthorityRights } from './authority-rights.js';
import { Catalogue, CONTRACTS_FOLDER } from './catalogue.js';

const NUMBER = '6204862345';
const of = (schema: (typeof HIDDEN_IN_CONTRACTS)[number]['schema'], example: Json): Catalogue =>
  Catalogue.of(
    new Map([
      ['shared.yaml', readFileSync(`${CONTRACTS_FOLDER}shared.yaml`, 'utf8')],
      ['state/trial.yaml', plantedContract(schema, example)],
    ]),
  );

const inboxOf = (catalogue: Catalogue, persons: MemoryPersonVault): AuthorityInbox =>
  new AuthorityInbox(catalogue, persons, new AuthorityRights(catalogue, { now: () => 0 }));

/** What the authority was sent, and what came of its answer. */
async function called(catalogue: Catalogue, persons: MemoryPersonVault, input: Json, answer: Json) {
  let sent = '';
  const server = createServer(async (request, response) => {
    for await (const chunk of request) sent += String(chunk);
    response.end(JSON.stringify(answer));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const client = new AuthorityClient({
      catalogue,
      persons,
      clock: { now: () => 0 },
      address: () => address,
      credentials: () => undefined,
    });
    const reply = await client.call({ dispatch: 'd-1', service: 'trial.ask', authority: 'trial', input });
    return { sent: JSON.parse(sent) as Json, reply };
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

describe.each(HIDDEN_IN_CONTRACTS)('a person under $keyword', ({ schema, data }) => {
  const catalogue = of(schema, data(NUMBER));
  const outside = { hidden: data(NUMBER) };
  const world = async () => {
    const persons = new MemoryPersonVault();
    const inside = { hidden: data(await persons.personOf(NUMBER)) };
    return { persons, inside };
  };

  it('goes to an authority as a number and comes back as an id', async () => {
    const { persons, inside } = await world();
    const { sent, reply } = await called(catalogue, persons, inside, outside);
    expect(sent).toEqual(outside);
    expect(reply).toEqual({ kind: 'answered', answer: inside });
  });

  it('comes in with a callback as an id', async () => {
    const { persons, inside } = await world();
    const inbox = inboxOf(catalogue, persons);
    const reply = await inbox.reply('trial.ask', { outcome: 'answered', answer: outside });
    expect(reply).toEqual({ kind: 'answered', answer: inside });
  });

  it('comes in with an event as an id, and hears of it', async () => {
    const { persons, inside } = await world();
    const event = { specversion: '1.0', id: 'e-1', type: 'trial.told', data: outside };
    expect(await inboxOf(catalogue, persons).report('trial', event)).toMatchObject({
      data: inside,
      persons: [await persons.personOf(NUMBER)],
    });
  });
});

it('a number is a person however a branch lets it be written, and other texts of that branch are none', async () => {
  const { schema } = HIDDEN_IN_CONTRACTS.find(({ keyword }) => keyword.startsWith('a plain text'))!;
  const persons = new MemoryPersonVault();
  const inbox = inboxOf(of(schema, NUMBER), persons);
  const read = (hidden: string) =>
    inbox.reply('trial.ask', { outcome: 'answered', answer: { hidden } }) as Promise<{ answer: Json }>;
  expect((await read('620486-2345')).answer).toEqual({ hidden: await persons.personOf(NUMBER) });
  expect((await read('unknown')).answer).toEqual({ hidden: 'unknown' });
});
