import { type Connection } from 'vscode-languageserver';
import { type JourneyWorkspace } from './journey-workspace.js';
import { protocolDiagnostic } from './protocol-words.js';

/** Tells the editor what is wrong in every file of a journey, and which files are well again. */
export class DiagnosticsPublisher {
  readonly #connection: Connection;
  readonly #workspace: JourneyWorkspace;
  /** The documents that the editor shows diagnostics in, by journey. */
  readonly #told = new Map<string, ReadonlySet<string>>();

  constructor(connection: Connection, workspace: JourneyWorkspace) {
    this.#connection = connection;
    this.#workspace = workspace;
  }

  async publish(id: string): Promise<void> {
    const { files, diagnostics } = await this.#workspace.check(id);
    const [first = ''] = Object.keys(files);
    // What is wrong with the folder itself is told in its first file.
    const fileOf = (file: string): string => (file === '.' ? first : file);
    const wrong = new Set(diagnostics.map(({ file }) => this.#workspace.uriOf({ id, file: fileOf(file) })));
    const seen = [...(this.#told.get(id) ?? []), ...this.#workspace.openIn(id)];
    const well = new Set(seen.filter(uri => !wrong.has(uri)));
    this.#told.set(id, wrong);
    for (const uri of [...wrong, ...well]) {
      const here = diagnostics.filter(
        ({ file }) => this.#workspace.uriOf({ id, file: fileOf(file) }) === uri,
      );
      await this.#connection.sendDiagnostics({
        uri,
        diagnostics: here.map(one => protocolDiagnostic(one, files[fileOf(one.file)] ?? '')),
      });
    }
  }
}
