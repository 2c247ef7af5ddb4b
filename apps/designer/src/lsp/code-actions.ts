import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type CreateFile,
  type Range,
  type TextDocumentEdit,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type JourneyFiles } from '#journey';
import { makeMissing, quickFix } from '#workshop';
import { type CheckedJourneyFiles, type JourneyFile } from './journey-workspace.js';
import { protocolDiagnostic } from './protocol-words.js';

/** A journey as it was checked, and how its files are called in the editor. */
interface CheckedFiles extends CheckedJourneyFiles {
  readonly at: JourneyFile;
  readonly uriOf: (file: string) => string;
}

/** Code actions: what `check --fix` mends of the diagnostics at a place, one by one, and everything that is missing at once. */
export function codeActions({ range }: CodeActionParams, checked: CheckedFiles): CodeAction[] {
  const { at, files, diagnostics, catalogue, uriOf } = checked;
  const text = files[at.file] ?? '';
  const fixes = diagnostics
    .filter(({ file, line }) => file === at.file && overlaps(range, line - 1))
    .flatMap((diagnostic): CodeAction[] => {
      const fix = quickFix(files, diagnostic, catalogue);
      if (!fix) return [];
      return [
        {
          title: fix.title,
          kind: CodeActionKind.QuickFix,
          diagnostics: [protocolDiagnostic(diagnostic, text)],
          edit: { documentChanges: changesOf(files, fix.files, uriOf) },
        },
      ];
    });
  if (fixes.length === 0) return [];
  const all = makeMissing(files, catalogue);
  const everything: CodeAction = {
    title: `Make everything that is missing (${all.made.length})`,
    kind: CodeActionKind.QuickFix,
    edit: { documentChanges: changesOf(files, all.files, uriOf) },
  };
  return [...fixes, everything];
}

function overlaps({ start, end }: Range, line: number): boolean {
  return start.line <= line && line <= end.line;
}

/** Minimal edits: of each file that is another the part that differs; a file that is not there yet is created first. */
function changesOf(
  before: JourneyFiles,
  after: JourneyFiles,
  uriOf: (file: string) => string,
): (CreateFile | TextDocumentEdit)[] {
  return Object.entries(after).flatMap(([file, text]): (CreateFile | TextDocumentEdit)[] => {
    const old = before[file];
    if (old === text) return [];
    const uri = uriOf(file);
    const edit: TextDocumentEdit = {
      textDocument: { uri, version: null },
      edits: [editOf(old ?? '', text)],
    };
    return old === undefined ? [{ kind: 'create', uri, options: { ignoreIfExists: true } }, edit] : [edit];
  });
}

function editOf(old: string, text: string): { range: Range; newText: string } {
  const most = Math.min(old.length, text.length);
  let start = 0;
  while (start < most && old[start] === text[start]) start++;
  let end = 0;
  while (end < most - start && old[old.length - 1 - end] === text[text.length - 1 - end]) end++;
  const document = TextDocument.create('', 'yaml', 0, old);
  return {
    range: { start: document.positionAt(start), end: document.positionAt(old.length - end) },
    newText: text.slice(start, text.length - end),
  };
}
