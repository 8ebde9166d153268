import type { ReactNode } from 'react'

export interface Column {
  readonly name: string
  /** Numbers and actions stand at the end of their column. */
  readonly end?: boolean
}

interface RowsProps {
  readonly label: string
  readonly head: readonly Column[]
  readonly rows: readonly { readonly id: string; readonly cells: readonly ReactNode[]; readonly faint?: boolean }[]
}

/** A plain table in a frame; one that is wider than the window scrolls by itself. */
export const Rows = ({ label, head, rows }: RowsProps) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls must be reachable by keyboard
  <section aria-label={label} tabIndex={0} className="relative overflow-x-auto rounded-lg border border-line bg-raised">
    <table className="w-full border-collapse text-start">
      <thead className="bg-sunken text-[0.82rem] text-soft">
        <tr>
          {head.map(({ name, end }) => (
            <th
              key={name}
              scope="col"
              className={`px-3 py-2 font-semibold whitespace-nowrap first-letter:uppercase ${end ? 'text-end' : 'text-start'}`}
            >
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, cells, faint }) => (
          <tr key={id} className={`border-line border-t ${faint ? 'text-faint' : ''}`}>
            {cells.map((cell, at) => (
              <td
                key={head[at]?.name}
                className={`px-3 py-2 align-top ${head[at]?.end ? 'text-end' : at === 0 ? 'min-w-36' : ''}`}
              >
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)
