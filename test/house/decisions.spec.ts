import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const LIBS = path.resolve(import.meta.dirname, '../../libs');
const INDEX = path.join(LIBS, 'decisions.md');
const HEAD = /^# (\d{4})\. (\S.*)\n\n- Date: (\d{4}-\d{2}-\d{2})\n- Status: (accepted|superseded by .+)\n\n/;

const records = readdirSync(LIBS)
  .flatMap(lib => filesOf(lib).map(file => ({ lib, file })))
  .map(({ lib, file }) => ({
    lib,
    file,
    text: readFileSync(path.join(LIBS, lib, 'decisions', file), 'utf8'),
  }));

function filesOf(lib: string): readonly string[] {
  try {
    return readdirSync(path.join(LIBS, lib, 'decisions')).sort();
  } catch {
    return [];
  }
}

describe('decision records', () => {
  it.each(records)('$lib/$file has number, title, date and status, and says what was rejected', record => {
    const [, number] = HEAD.exec(record.text) ?? [];
    expect(number).toBe(record.file.slice(0, 4));
    expect(record.text).toMatch(/reject/i);
  });

  it('are numbered without gaps in each lib', () => {
    for (const lib of new Set(records.map(record => record.lib))) {
      const numbers = records
        .filter(record => record.lib === lib)
        .map(({ file }) => Number(file.slice(0, 4)));
      expect({ lib, numbers }).toEqual({ lib, numbers: numbers.map((_, i) => i + 1) });
    }
  });

  it('are all in the index', () => {
    const index = indexOf();
    // UPDATE_INDEX=1 writes it anew.
    if (process.env['UPDATE_INDEX']) writeFileSync(INDEX, index);
    expect(readFileSync(INDEX, 'utf8')).toBe(index);
  });
});

function indexOf(): string {
  const entries = records.map(({ lib, file, text }) => {
    const [, number, title, date, status] = HEAD.exec(text) ?? [];
    const note = status === 'accepted' ? '' : `, ${status}`;
    return { lib, line: `- [${number}. ${title}](${lib}/decisions/${file}) (${date}${note})` };
  });
  const sections = [...new Set(entries.map(({ lib }) => lib))].map(lib => {
    const lines = entries.filter(entry => entry.lib === lib).map(({ line }) => line);
    return `## ${lib}\n\n${lines.join('\n')}\n`;
  });
  const about =
    'Every decision that rejected an alternative, by lib. `UPDATE_INDEX=1` writes this page anew.';
  return `# Decisions\n\n${about} See \`test/house/decisions.spec.ts\`.\n\n${sections.join('\n')}`;
}
