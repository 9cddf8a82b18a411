/**
 * A semantic table with hairlines: numbers to the right, head and first column in sight while it scrolls within itself.
 * Owns no order and no filter; it shows the rows it is given.
 */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import './dataTable.css';

export interface Column<Row> {
  readonly key: string;
  readonly label: ComponentChildren;
  readonly cell: (row: Row) => ComponentChildren;
  /** Right-aligned, digits of one width. */
  readonly number?: boolean | undefined;
}

export interface DataTableProps<Row> {
  readonly caption: string;
  readonly captionHidden?: boolean | undefined;
  /** The first column names its row. */
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** A last row of totals, one cell a column key. */
  readonly totals?: Readonly<Record<string, ComponentChildren>> | undefined;
}

/** A table of rows. */
export function DataTable<Row>({ caption, captionHidden, columns, rows, rowKey, totals }: DataTableProps<Row>) {
  const id = useId();
  const body = (key: string, cell: (column: Column<Row>) => ComponentChildren) => (
    <tr key={key}>
      {columns.map((column, place) =>
        place === 0 ? (
          <th key={column.key} scope="row">
            {cell(column)}
          </th>
        ) : (
          <td key={column.key} class={column.number ? 'w-table-number' : undefined}>
            {cell(column)}
          </td>
        ),
      )}
    </tr>
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard
    <section class="w-table" aria-labelledby={id} tabIndex={0}>
      <table>
        <caption id={id} class={captionHidden ? 'w-hidden' : undefined}>
          {caption}
        </caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" class={column.number ? 'w-table-number' : undefined}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{rows.map((row) => body(rowKey(row), (column) => column.cell(row)))}</tbody>
        {totals && <tfoot>{body('totals', (column) => totals[column.key])}</tfoot>}
      </table>
    </section>
  );
}
