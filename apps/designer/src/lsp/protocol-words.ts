import {
  type CompletionItem,
  CompletionItemKind,
  type Diagnostic as ProtocolDiagnostic,
  DiagnosticSeverity,
  type Position,
} from 'vscode-languageserver';
import { type TextDocument } from 'vscode-languageserver-textdocument';
import { type Diagnostic } from '#journey';
import { type Completions, type TextRange, type Term, type TermKind } from '#workshop';

const KIND: Readonly<Record<TermKind, CompletionItemKind>> = {
  state: CompletionItemKind.Class,
  service: CompletionItemKind.Interface,
  field: CompletionItemKind.Field,
  condition: CompletionItemKind.Operator,
  form: CompletionItemKind.File,
  delay: CompletionItemKind.Unit,
  parameter: CompletionItemKind.Constant,
  role: CompletionItemKind.TypeParameter,
  message: CompletionItemKind.Text,
  event: CompletionItemKind.Event,
  code: CompletionItemKind.EnumMember,
  journey: CompletionItemKind.Module,
  part: CompletionItemKind.Snippet,
  fact: CompletionItemKind.Variable,
  function: CompletionItemKind.Function,
  literal: CompletionItemKind.EnumMember,
  word: CompletionItemKind.Keyword,
};

/** Completions in the words of the protocol, in our order. */
export function completionItems(document: TextDocument, { replaces, terms }: Completions): CompletionItem[] {
  const range = rangeOf(document, replaces);
  return terms.map((term, index) => ({
    label: term.name,
    kind: KIND[term.kind],
    detail: term.detail,
    ...(term.about && { documentation: { kind: 'markdown', value: term.about() } }),
    filterText: term.name.replace(/["']/g, ''),
    sortText: sortText(term, index),
    textEdit: { range, newText: term.name },
  }));
}

function sortText({ seldom }: Term, index: number): string {
  return `${seldom ? 1 : 0}${String(index).padStart(5, '0')}`;
}

export function rangeOf(
  document: TextDocument,
  { start, end }: TextRange,
): { start: Position; end: Position } {
  return { start: document.positionAt(start), end: document.positionAt(end) };
}

/** A diagnostic with its remedy, over the word it stands at. Lines and columns of the protocol count from 0. */
export function protocolDiagnostic(diagnostic: Diagnostic, text: string): ProtocolDiagnostic {
  const start = protocolPosition(diagnostic);
  const rest = text.split('\n', diagnostic.line)[start.line]?.slice(start.character) ?? '';
  const word = /^(?:"[^"]*"|'[^']*'|[\w.#-]+)/.exec(rest)?.[0] ?? ' ';
  return {
    range: { start, end: { ...start, character: start.character + word.length } },
    severity: diagnostic.severity === 'error' ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
    code: diagnostic.code,
    source: 'overgang',
    message: `${diagnostic.message}\n${diagnostic.remedy}`,
  };
}

/** A line and a column that count from 1 as a position of the protocol. */
export function protocolPosition({
  line,
  column,
}: {
  readonly line: number;
  readonly column: number;
}): Position {
  return { line: line - 1, character: column - 1 };
}
