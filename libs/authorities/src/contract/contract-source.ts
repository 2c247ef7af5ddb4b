import { basename } from 'node:path/posix';
import { type Diagnostic, readSource, type Source, type SourcePath } from '#journey';
import { valueAt } from '#schema';

/** One thing that is wrong with a contract: where, what, and what to write instead. */
interface Fault {
  readonly path: SourcePath;
  /** The key at the path is meant, not its value. */
  readonly key?: boolean;
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
}

/** Source text of one contract with the diagnostics collected for it. */
export class ContractSource {
  readonly diagnostics: Diagnostic[];
  readonly yaml: Source;

  /** @param file as it is named in diagnostics, e.g. `state/cpr.yaml` */
  constructor(
    readonly file: string,
    text: string,
  ) {
    this.yaml = readSource(file, text);
    this.diagnostics = [...this.yaml.diagnostics];
  }

  /** The authority's id as it is written, or as the file is named when that cannot be read. */
  get authority(): string {
    const id = valueAt(this.yaml.value, ['info', 'x-authority', 'id']);
    if (typeof id === 'string') return id;
    return basename(this.file, '.yaml').replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
  }

  /** Notes a fault at a path; a path that is not there stands for its nearest ancestor. */
  fault({ path, key = false, code, message, remedy }: Fault): void {
    const position = this.yaml.positionOf(path, { key });
    this.diagnostics.push({ code, severity: 'error', file: this.file, ...position, message, remedy });
  }

  /** What a part is called: by its last key, and by the service, event or authority that it belongs to. */
  nameOf([section, name, ...inside]: SourcePath): string {
    if (section === undefined) return this.file;
    const isPart = section === 'paths' || section === 'webhooks';
    if (!isPart || name === undefined)
      return `${String(inside.at(-1) ?? name ?? section)} of ${this.authority}`;
    const owner = this.#nameOfOperation(section, name);
    return inside.length > 1 ? `${String(inside.at(-1))} of ${owner}` : owner;
  }

  #nameOfOperation(section: string, name: string | number): string {
    const id = valueAt(this.yaml.value, [section, name, 'post', 'operationId']);
    return section === 'paths' && typeof id === 'string' ? id : String(name);
  }
}
