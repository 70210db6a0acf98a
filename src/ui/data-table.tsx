import type { ReactNode } from 'react';
import './data-table.css';

export type Column<Row> = {
  readonly key: string;
  readonly label: string;
  readonly show: (row: Row) => ReactNode;
  /** Numbers are tabular and stand to the right. */
  readonly numeric?: boolean;
  /** Names the row: the header cell, and the card's heading. */
  readonly heading?: boolean;
};

/** A table that becomes a list of cards where it has no room, as on a phone. */
export function DataTable<Row>({
  caption,
  columns,
  rows,
  rowKey,
}: {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
}) {
  return (
    <div className="data-table-frame">
      <table className="data-table">
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={column.numeric ? 'numeric' : undefined}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column) =>
                column.heading ? (
                  <th key={column.key} scope="row">
                    {column.show(row)}
                  </th>
                ) : (
                  <td
                    key={column.key}
                    data-label={column.label}
                    className={column.numeric ? 'numeric' : undefined}
                  >
                    {column.show(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
