import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

export interface ExportedName {
  readonly name: string;
  /** Path from the top level. */
  readonly file: string;
}

const ROOT = path.resolve(import.meta.dirname, '../..');

/** Every name that a source file of the folders declares and exports, tests left out. */
export function exportedNames(...folders: readonly string[]): readonly ExportedName[] {
  return folders.flatMap(sourceFiles).flatMap(file => namesOf(file).map(name => ({ name, file })));
}

/** Paths of the sources below a folder, from the top level, tests left out. */
export function sourceFiles(folder: string): readonly string[] {
  return readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.spec.ts'))
    .map(entry => path.relative(ROOT, path.join(entry.parentPath, entry.name)))
    .filter(file => !/\/(test|fixtures)\//.test(file));
}

export function parse(file: string): ts.SourceFile {
  return ts.createSourceFile(file, readFileSync(path.join(ROOT, file), 'utf8'), ts.ScriptTarget.Latest, true);
}

function namesOf(file: string): readonly string[] {
  const names = parse(file).statements.flatMap(statement => {
    if (!ts.canHaveModifiers(statement)) return [];
    const exported = ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    if (!exported) return [];
    if (ts.isVariableStatement(statement)) {
      return statement.declarationList.declarations.map(({ name }) => name.getText());
    }
    const { name } = statement as ts.DeclarationStatement;
    return name ? [name.getText()] : [];
  });
  // A value and the type of the same name are one thing.
  return [...new Set(names)];
}
