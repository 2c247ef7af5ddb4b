import { sampleFiles as files } from '../../test/sample-journey.js';
import { filesOf, readJourney } from './read-journey.js';

describe('reading a journey', () => {
  it('reads a sound folder without a diagnostic', () => {
    const { definitions, diagnostics } = readJourney(files);
    expect(diagnostics).toEqual([]);
    expect(definitions).toHaveLength(1);
    const [moving] = definitions;
    expect(moving).toMatchObject({ id: 'moving', effective: '2025-01-01', estimatedDuration: 'P6W' });
    expect(Object.keys(moving?.forms ?? {})).toEqual(['consent', 'housingBenefit', 'move']);
    expect(moving?.texts.da.title).toBe('Flytning');
    expect(moving?.parameters.housingBenefitFromMoveIn?.values).toHaveLength(2);
  });

  it('resolves targets to paths', () => {
    const [moving] = readJourney(files).definitions;
    const declareMove = moving?.machine.states[0];
    expect(declareMove?.transitions.map(({ id, targetPaths }) => [id, ...targetPaths])).toEqual([
      ['declareMove submit 1', 'partnerConsent'],
      ['declareMove submit 2', 'underWay'],
      ['declareMove after P30D', 'lapsed'],
    ]);
  });

  it('has a hash that layout and comments do not change, and words do', () => {
    const hash = (changed: Record<string, string>) =>
      readJourney({ ...files, ...changed }).definitions[0]?.hash;
    const main = files['2025-01-01.yaml'] ?? '';
    const texts = files['texts/da.yaml'] ?? '';
    expect(hash({})).toMatch(/^[0-9a-f]{64}$/);
    expect(hash({ '2025-01-01.yaml': `# a comment\n${main}` })).toBe(hash({}));
    expect(hash({ 'scenarios/x.yaml': 'name: x' })).toBe(hash({}));
    expect(hash({ 'texts/da.yaml': texts.replace('Du er flyttet.', 'Færdig.') })).not.toBe(hash({}));
    expect(hash({ '2025-01-01.yaml': main.replace('P30D: lapsed', 'P29D: lapsed') })).not.toBe(hash({}));
  });

  it('reads a definition again, the same, from its own files as JSON', () => {
    const [moving] = readJourney(files).definitions;
    if (!moving) throw new Error('no definition');
    const stored = JSON.parse(JSON.stringify(filesOf(moving))) as Record<string, string>;
    expect(readJourney(stored).definitions[0]?.hash).toBe(moving.hash);
  });

  it('lets a version have texts and forms of its own', () => {
    const later = (files['2025-01-01.yaml'] ?? '').replace('effective: 2025-01-01', 'effective: 2027-01-01');
    const { definitions } = readJourney({
      ...files,
      '2027-01-01.yaml': later,
      '2027-01-01/texts/da.yaml': 'states: { moved: Du er flyttet efter den nye lov. }',
      '2027-01-01/forms/move.yaml': 'type: object\nproperties: {}',
    });
    const [before, after] = definitions;
    expect([before?.texts.da.states['moved'], after?.texts.da.states['moved']]).toEqual([
      'Du er flyttet.',
      'Du er flyttet efter den nye lov.',
    ]);
    expect(after?.texts.da.states['lapsed']).toBe(before?.texts.da.states['lapsed']);
    expect([before?.forms['move'], after?.forms['move']].map(form => Object.keys(form ?? {}))).toEqual([
      Object.keys(before?.forms['move'] ?? {}),
      ['type', 'properties'],
    ]);
    expect(readJourney(filesOf(after!)).definitions[0]?.hash).toBe(after?.hash);
    expect(before?.hash).toBe(readJourney(files).definitions[0]?.hash);
  });

  it('reads what was stored when conditions were called decisions, and passive roles subjects', () => {
    const stored = {
      ...files,
      '2025-01-01.yaml': (files['2025-01-01.yaml'] ?? '')
        .replace('\nconditions:', '\ndecisions:')
        .replace('roles:\n', 'roles:\n  child: { optional: true, subject: true }\n'),
    };
    const [now] = readJourney(files).definitions;
    const [before] = readJourney(stored).definitions;
    expect(Object.keys(before?.conditions ?? {}).length).toBeGreaterThan(0);
    expect(before?.conditions).toEqual(now?.conditions);
    expect(before?.roles.child).toMatchObject({ passive: true });
    expect(before?.hash).not.toBe(now?.hash);
  });

  it('reads what it can of YAML that is broken, empty or of another shape', () => {
    for (const text of ['', 'a: [', '- 1', '5', 'machine: 5', 'roles: []', 'machine: { states: [1] }']) {
      const [definition] = readJourney({ '2025-01-01.yaml': text }).definitions;
      expect(definition).toMatchObject({ id: '', machine: { path: '' } });
      expect(Object.keys(definition?.roles ?? {})).toEqual(['applicant']);
    }
  });
});
