import { isRecord, readSource, type SourcePath, type Source } from '#journey';
import { type JsonSchema, valueAt } from '#schema';
import { type Json } from '#statechart';
import { type CheckContext } from '../check/check-context.js';
import { type FileKind, kindOf } from '../check/shape/schemas.js';
import { type OpenJourney } from './open-journey.js';
import { type YamlPlace, yamlPlaceAt } from './yaml-place.js';

/** A cursor in a file that is open in an editor. */
export interface CursorInFile {
  /** Relative to the journey's folder. */
  readonly file: string;
  /** The whole file as it is in the editor. */
  readonly text: string;
  /** UTF-16 code units from the start of the text. */
  readonly offset: number;
}

/** A cursor in a file of a journey: its place in the file, and what is known around it. */
export class Spot {
  readonly file: string;
  readonly #cursor: CursorInFile;

  private constructor(
    readonly journey: OpenJourney,
    cursor: CursorInFile,
    readonly place: YamlPlace,
  ) {
    this.file = cursor.file;
    this.#cursor = cursor;
  }

  /** Undefined where nothing of a journey stands. */
  static at(journey: OpenJourney, cursor: CursorInFile): Spot | undefined {
    const place = yamlPlaceAt(cursor.text, cursor.offset);
    return place && new Spot(journey, cursor, place);
  }

  get kind(): FileKind | undefined {
    return kindOf(this.file);
  }

  get context(): CheckContext | undefined {
    return this.journey.contextOf(this.file);
  }

  /** The form that the file is. */
  get ownForm(): JsonSchema | undefined {
    const { forms = {}, sources } = this.context?.definition ?? {};
    const [name] = Object.entries(sources?.forms ?? {}).find(([, { file }]) => file === this.file) ?? [];
    return name === undefined ? undefined : forms[name];
  }

  /** The file as it was last well formed. */
  get source(): Source | undefined {
    return this.journey.source(this.file);
  }

  /** The keys on the way here, the innermost last. */
  get keys(): readonly string[] {
    return this.place.path.filter(step => typeof step === 'string');
  }

  /** The way to the innermost state around the cursor. */
  get statePlace(): SourcePath {
    const { path } = this.place;
    let length = path[0] === 'machine' ? 1 : 0;
    while (path[length] === 'states' && length + 1 < path.length) length += 2;
    return path.slice(0, length);
  }

  /** What stands at a place: before the cursor as it is typed, or else as it was last well formed. */
  valueAt(path: SourcePath): Json | undefined {
    return valueAt(this.place.before, path) ?? valueAt(this.source?.value ?? null, path);
  }

  /** The keys of a mapping, those after the cursor too. */
  keysAt(path: SourcePath): string[] {
    const values = [this.source?.value ?? null, this.place.before];
    return [...new Set(values.flatMap(value => keysIn(valueAt(value, path))))];
  }

  /** The keys of the cursor's mapping on other lines and before it; the one being typed may be among them. */
  get keysBeside(): string[] {
    const { text, offset } = this.#cursor;
    const start = text.lastIndexOf('\n', offset - 1) + 1;
    const end = text.indexOf('\n', offset);
    const others = text.slice(0, start) + (end < 0 ? '' : text.slice(end));
    const values = [this.place.before, readSource(this.file, others).value];
    return values.flatMap(value => keysIn(valueAt(value, this.place.path)));
  }

  /** The value that a key has in the nearest mapping around the cursor, up to the state. */
  near(key: string): Json | undefined {
    for (let end = this.place.path.length; end >= this.statePlace.length; end--) {
      const value = this.valueAt([...this.place.path.slice(0, end), key]);
      if (value !== undefined) return value;
    }
    return undefined;
  }
}

function keysIn(value: Json | undefined): string[] {
  return isRecord(value) ? Object.keys(value) : [];
}
