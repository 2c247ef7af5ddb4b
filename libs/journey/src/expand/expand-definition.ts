import { isPeriod } from '#calendar';
import { type Json } from '#statechart';
import { type Language, LANGUAGES } from '../catalogue.js';
import { isRecord, recordOf } from '../read/cursor.js';
import { type Source } from '../source.js';
import { Expander } from './expander.js';
import { type Expansion, type PartUse } from './expansion.js';
import { type FolderParts } from '../read/folder-parts.js';
import { mergedTexts, textsOver } from './part-files.js';

/** Expands a version file. Never throws: what cannot be expanded is left empty and told as a fault. */
export function expandDefinition(
  main: Source,
  { texts, versionTexts = {}, parameters, parts = {} }: FolderParts,
): Expansion {
  const expander = new Expander(main, parts);
  const value = isRecord(main.value) ? main.value : {};
  const machine = expander.machine(value['machine'] ?? {});
  const { uses, faults, absent, origins } = expander;
  const delays = { ...recordOf(value['delays']), ...expander.delays };
  for (const name of expander.delaysUsed) {
    if (Object.hasOwn(delays, name)) continue;
    const found = parameterNamed(name, parameters, uses);
    if (!found) continue;
    // A dated parameter that is a period is a delay; the law that it has is the delay's.
    delays[name] = { for: `= parameters.${name}`, source: found.law };
    origins.mount(['delays', name], { source: found.source, path: found.path });
  }
  // Definitions of 0.1.0 say `decisions`.
  const conditions = value['decisions'] === undefined ? 'conditions' : 'decisions';
  return {
    value: {
      ...value,
      [conditions]: { ...recordOf(value[conditions]), ...expander.conditions },
      delays,
      machine,
    },
    texts: Object.fromEntries(
      LANGUAGES.map(language => [
        language,
        mergedTexts(language, textsOver(texts[language]?.value ?? {}, versionTexts[language]?.value), uses),
      ]),
    ) as Record<Language, Json>,
    origins,
    uses,
    faults,
    absent,
  };
}

interface FoundParameter {
  readonly source: Source;
  readonly path: readonly string[];
  readonly law: string;
}

/** A dated parameter of the journey or of a part that it uses, when it is a period. */
function parameterNamed(
  name: string,
  own: Source | undefined,
  uses: readonly PartUse[],
): FoundParameter | undefined {
  const places = [
    ...(own ? [{ source: own, path: [name], all: recordOf(own.value) }] : []),
    ...uses.map(({ source }) => ({
      source,
      path: ['parameters', name],
      all: recordOf(recordOf(source.value)['parameters']),
    })),
  ];
  for (const { source, path, all } of places) {
    const values = recordOf(all[name])['values'];
    const [first] = Array.isArray(values) ? (values as readonly Json[]).map(recordOf) : [];
    if (!first) continue;
    if (typeof first['value'] !== 'string' || !isPeriod(first['value'])) return undefined;
    return { source, path, law: String(first['source'] ?? '') };
  }
  return undefined;
}
