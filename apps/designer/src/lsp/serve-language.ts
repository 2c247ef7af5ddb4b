import {
  CodeActionKind,
  type Connection,
  DidChangeWatchedFilesNotification,
  type InitializeResult,
  type Location,
  type TextDocumentPositionParams,
  TextDocuments,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type ServiceCatalogue } from '#journey';
import { completionsAt, type CursorInFile, declarationOf, meaningAt, type OpenJourney } from '#workshop';
import { codeActions } from './code-actions.js';
import { contractPlace } from './contract-place.js';
import { Debounce } from './debounce.js';
import { JourneyWorkspace } from './journey-workspace.js';
import { completionItems, protocolPosition, rangeOf } from './protocol-words.js';
import { DiagnosticsPublisher } from './publish-diagnostics.js';

/** How long nobody has typed before a journey is checked. */
const PAUSE_MS = 300;

const CAPABILITIES: InitializeResult = {
  capabilities: {
    textDocumentSync: TextDocumentSyncKind.Incremental,
    completionProvider: { triggerCharacters: [' ', '.', '#', '"', "'", '{', '['] },
    hoverProvider: true,
    definitionProvider: true,
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
  },
  serverInfo: { name: 'overgang' },
};

interface Asked {
  readonly id: string;
  readonly document: TextDocument;
  readonly journey: OpenJourney;
  readonly cursor: CursorInFile;
}

/**
 * Language Server Protocol: diagnostics while somebody types, completion, hover and go to definition, for the files of
 * the journeys in a folder.
 */
export function serveLanguage(
  connection: Connection,
  journeys: string,
  catalogue: () => ServiceCatalogue,
): void {
  const documents = new TextDocuments(TextDocument);
  const workspace = new JourneyWorkspace(journeys, documents, catalogue);
  const publisher = new DiagnosticsPublisher(connection, workspace);
  const checks = new Debounce(PAUSE_MS, id => {
    publisher.publish(id).catch((error: unknown) => connection.window.showErrorMessage(String(error)));
  });
  const check = (uri: string): void => {
    const at = workspace.fileAt(uri);
    if (at) checks.ask(at.id);
  };

  let watches = false;
  connection.onInitialize(({ capabilities }) => {
    watches = capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
    return CAPABILITIES;
  });
  connection.onInitialized(async () => {
    if (!watches) return;
    const watchers = [{ globPattern: '**/*.yaml' }];
    await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
  });
  connection.onDidChangeWatchedFiles(({ changes }) => changes.forEach(({ uri }) => check(uri)));
  documents.onDidChangeContent(({ document }) => check(document.uri));
  documents.onDidClose(({ document }) => check(document.uri));

  const asked = async ({
    textDocument,
    position,
  }: TextDocumentPositionParams): Promise<Asked | undefined> => {
    const document = documents.get(textDocument.uri);
    const at = document && workspace.fileAt(document.uri);
    if (!at) return undefined;
    const cursor = { file: at.file, text: document.getText(), offset: document.offsetAt(position) };
    return { id: at.id, document, cursor, journey: await workspace.journey(at.id) };
  };
  connection.onCompletion(async params => {
    const at = await asked(params);
    return at ? completionItems(at.document, completionsAt(at.journey, at.cursor)) : [];
  });
  connection.onHover(async params => {
    const at = await asked(params);
    const meaning = at && meaningAt(at.journey, at.cursor);
    if (!meaning) return null;
    return {
      contents: { kind: 'markdown', value: meaning.about },
      range: rangeOf(at.document, meaning.range),
    };
  });
  connection.onDefinition(async (params): Promise<Location | null> => {
    const at = await asked(params);
    const declared = at && declarationOf(at.journey, at.cursor);
    if (!declared) return null;
    const place =
      'service' in declared
        ? await contractPlace(at.journey.catalogue, declared.service)
        : { ...declared, uri: workspace.uriOf({ id: at.id, file: declared.file }) };
    if (!place) return null;
    return { uri: place.uri, range: { start: protocolPosition(place), end: protocolPosition(place) } };
  });
  connection.onCodeAction(async params => {
    const at = workspace.fileAt(params.textDocument.uri);
    if (!at) return [];
    const uriOf = (file: string): string => workspace.uriOf({ id: at.id, file });
    return codeActions(params, { at, uriOf, ...(await workspace.check(at.id)) });
  });
  documents.listen(connection);
}
