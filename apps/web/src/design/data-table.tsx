import { type ComponentChildren } from 'preact';

export interface DataRow {
  readonly key: string;
  /** One for each column; the first is what the row is about. */
  readonly cells: readonly ComponentChildren[];
}

export interface DataTableProps {
  /** What the table is of, for whoever does not see it. */
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly DataRow[];
}

/**
 * A table that is a list on a phone: each row stands by itself, and each cell says what it is. The roles are said again, for what is no
 * longer laid out as a table is no longer one to a screen reader.
 */
export function DataTable({ caption, columns, rows }: DataTableProps) {
  return (
    <table class="table data-table" role="table">
      <caption class="sr-only">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(column => (
            <th key={column} scope="col" role="columnheader">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map(({ key, cells: [about, ...cells] }) => (
          <tr key={key} role="row">
            <th scope="row" role="rowheader">
              {about}
            </th>
            {cells.map((cell, index) => (
              <td key={columns[index + 1]} role="cell" data-title={columns[index + 1]}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
