import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parse } from 'yaml';
import { LanguageClient } from '../../test/language-client.js';

interface Item {
  readonly label: string;
  readonly detail: string;
  readonly textEdit: { readonly range: unknown; readonly newText: string };
}

interface Told {
  readonly uri: string;
  readonly diagnostics: readonly {
    readonly code: string;
    readonly message: string;
    readonly range: { readonly start: { readonly line: number; readonly character: number } };
  }[];
}

const ours = fileURLToPath(new URL('../../../../journeys/', import.meta.url));
let folder: string;
let client: LanguageClient;
let uri: string;
let text: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'journeys-'));
  await cp(ours, folder, { recursive: true });
  uri = pathToFileURL(join(folder, 'moving', '2025-01-01.yaml')).href;
  text = await readFile(new URL(uri), 'utf8');
  client = await started();
  open(client);
});

afterAll(async () => {
  client.kill();
  await rm(folder, { recursive: true });
});

async function started(): Promise<LanguageClient> {
  const editor = new LanguageClient(folder);
  await editor.request('initialize', { processId: process.pid, rootUri: null, capabilities: {} });
  editor.notify('initialized', {});
  return editor;
}

function open(editor: LanguageClient): void {
  const textDocument = { uri, languageId: 'yaml', version: 1, text };
  editor.notify('textDocument/didOpen', { textDocument });
}
/** Types in the place of a text that stands in the file; gives the position of the `|` in what was typed. */
function type(instead: string, written: string) {
  const start = text.indexOf(instead);
  if (start < 0) throw new Error(`${instead} does not stand in ${uri}.`);
  const changed = text.slice(0, start) + written.replace('|', '') + text.slice(start + instead.length);
  client.notify('textDocument/didChange', {
    textDocument: { uri, version: 2 },
    contentChanges: [{ text: changed }],
  });
  const before = changed.slice(0, start + written.indexOf('|')).split('\n');
  return {
    textDocument: { uri },
    position: { line: before.length - 1, character: before.at(-1)?.length ?? 0 },
  };
}

const completion = async (instead: string, written: string): Promise<readonly Item[]> =>
  (await client.request('textDocument/completion', type(instead, written))) as Item[];
const labels = async (instead: string, written: string) =>
  (await completion(instead, written)).map(({ label }) => label);
/** What the editor is told about a document next, when it is so. */
const told = (document: string, fits: (params: Told) => boolean): Promise<Told> =>
  client.notification<Told>(
    'textDocument/publishDiagnostics',
    params => params.uri === document && fits(params),
  );

test('an editor completes names while it types', async () => {
  expect(await labels('target: .stopped', 'target: |')).toEqual(
    expect.arrayContaining(['.stopped', '.underWay']),
  );

  const services = await completion('src: cpr.registerMove', 'src: cpr.|');
  expect(services.find(({ label }) => label === 'cpr.registerMove')).toMatchObject({
    detail: expect.stringContaining('move'),
    textEdit: { newText: 'cpr.registerMove' },
  });
  const input =
    '            input:\n              person: = applicant.cpr\n              address: = home.address\n              date: ';
  expect(await labels(input, '            input: {|')).toEqual(expect.arrayContaining(['person', 'address']));
  expect(await labels("'= today > move.date + parameters.noticeAfterMove'", "'= move.|")).toEqual(
    expect.arrayContaining(['address', 'date', 'tenure', 'children']),
  );
});

test('an editor is told what is wrong, and that it is well again', async () => {
  type('target: .stopped', 'target: .stoped|');
  const wrong = await told(uri, ({ diagnostics }) =>
    diagnostics.some(({ code }) => code === 'unknown-target'),
  );
  const line = text.split('\n').findIndex(each => each.includes('target: .stopped'));
  expect(wrong.diagnostics).toContainEqual(
    expect.objectContaining({
      code: 'unknown-target',
      source: 'overgang',
      severity: 1,
      message: expect.stringMatching(/leads to \.stoped, which does not exist\.\nDid you mean \.stopped\?$/),
      range: expect.objectContaining({ start: expect.objectContaining({ line }) }),
    }),
  );
  type('target: .stopped', 'target: .stopped|');
  await told(uri, ({ diagnostics }) => diagnostics.length === 0);
});

test('what is wrong in a file that is not open is told too, once the disk says so', async () => {
  const path = join(folder, 'moving', 'texts', 'en.yaml');
  const texts = pathToFileURL(path).href;
  await writeFile(path, (await readFile(path, 'utf8')).replace(/^title: .*\n/m, ''));
  client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: texts, type: 2 }] });
  const missing = ({ diagnostics }: Told) => diagnostics.some(({ code }) => code === 'missing-text');
  expect((await told(texts, missing)).diagnostics[0]?.message).toContain('title');
});

test('an editor asks what a name means, and goes to it', async () => {
  const at = type('src: cpr.registerMove', 'src: cpr.register|Move');
  expect(await client.request('textDocument/hover', at)).toMatchObject({
    contents: { kind: 'markdown', value: expect.stringContaining('(cpr.registerMove)') },
  });
  expect(await client.request('textDocument/definition', at)).toMatchObject({
    uri: expect.stringMatching(/\/libs\/authorities\/contracts\/state\/cpr\.yaml$/),
  });
  expect(
    await client.request('textDocument/definition', type('guard: withPartner', 'guard: with|Partner')),
  ).toMatchObject({
    uri,
    range: { start: { line: text.split('\n').findIndex(each => /^ {2}withPartner:/.test(each)) } },
  });
});

interface Action {
  readonly title: string;
  readonly kind: string;
  readonly edit: {
    readonly documentChanges: readonly {
      readonly kind?: string;
      readonly uri?: string;
      readonly textDocument?: { readonly uri: string };
      readonly edits?: readonly { readonly range: unknown; readonly newText: string }[];
    }[];
  };
}

test('an editor is offered to make what a diagnostic misses, and nothing where nothing is missing', async () => {
  const actionsAt = async ({ textDocument, position }: ReturnType<typeof type>) => {
    const range = { start: position, end: position };
    const params = { textDocument, range, context: { diagnostics: [] } };
    return (await client.request('textDocument/codeAction', params)) as Action[];
  };
  const form = /form: (\w+)/.exec(text)?.[0] ?? '';
  const [fix, all] = await actionsAt(type(form, 'form: quiteAnother|'));
  expect(fix).toMatchObject({ title: 'Make the form quiteAnother', kind: 'quickfix' });
  const made = pathToFileURL(join(folder, 'moving', 'forms', 'quiteAnother.yaml')).href;
  expect(fix?.edit.documentChanges).toEqual([
    expect.objectContaining({ kind: 'create', uri: made }),
    expect.objectContaining({
      textDocument: { uri: made, version: null },
      edits: [expect.objectContaining({ newText: expect.stringContaining('type: object') })],
    }),
  ]);
  // All at once makes the texts of the form too.
  expect(all?.title).toMatch(/^Make everything that is missing \(\d+\)$/);
  expect(all?.edit.documentChanges.length).toBeGreaterThan(2);

  const due = /due: (\w+)/.exec(text)?.[0] ?? '';
  const [parameter] = await actionsAt(type(due, 'due: someOtherTime|'));
  expect(parameter?.title).toBe('Make the parameter someOtherTime');
  expect(parameter?.edit.documentChanges).toHaveLength(1);
  expect(parameter?.edit.documentChanges[0]?.edits?.[0]?.newText).toContain('TODO');
  expect(await actionsAt(type(form, `${form}|`))).toEqual([]);
});

test('an editor completes parts, and what one takes', async () => {
  const parts = await completion('target: .stopped', 'part: |');
  expect(parts.map(({ label }) => label)).toContain('appeal');
  const [use = ''] = /part: appeal\n\s+with:/.exec(text) ?? [];
  const given = await labels(use, `${use} { |`);
  expect(given.length).toBeGreaterThan(0);
  const taken = parse(await readFile(join(folder, 'parts', 'appeal.yaml'), 'utf8')) as { takes: object };
  expect(Object.keys(taken.takes)).toEqual(expect.arrayContaining([...given]));
});

test('it ends as the protocol says, and prints nothing but the protocol', async () => {
  const editor = await started();
  open(editor);
  await editor.notification<Told>('textDocument/publishDiagnostics', params => params.uri === uri);
  expect(await editor.request('shutdown')).toBeNull();
  editor.notify('exit');
  expect(await editor.ended()).toBe(0);
  expect([editor.stray, editor.errors]).toEqual(['', '']);
});

test('an editor that goes without a word leaves no server behind', async () => {
  const editor = await started();
  editor.hangUp();
  expect(await editor.ended()).toBe(1);
});
