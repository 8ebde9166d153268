import { Download } from 'lucide-react'
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { api } from '../lib/api.ts'
import type { IncidentSearch } from '../lib/filters.ts'
import { useT } from '../lib/i18n.ts'

const FORMATS = [
  { id: 'csv', name: 'CSV' },
  { id: 'json', name: 'JSON' },
  { id: 'geojson', name: 'GeoJSON' },
] as const

/** What is shown, as a file: names of persons are masked. */
export const ExportMenu = ({ search: { sort: _, grade, ...search } }: { readonly search: IncidentSearch }) => {
  const t = useT()
  return (
    <MenuTrigger>
      <Button className="inline-flex min-h-9 items-center gap-1.5 rounded-md border border-strong-line bg-raised px-3 font-medium hover:bg-sunken">
        <Download aria-hidden="true" className="size-4" />
        {t('export.title')}
      </Button>
      <Popover className="rounded-lg border border-line bg-raised p-1 shadow-xl">
        <Menu className="outline-none">
          {FORMATS.map(({ id, name }) => (
            <MenuItem
              key={id}
              id={id}
              href={api.url('exportIncidents', {
                query: { format: id, ...search, ...(grade ? { grade: [grade] } : {}) },
              })}
              download={`incidents.${id}`}
              className="flex min-h-8 min-w-36 cursor-default items-center rounded px-2 text-ink no-underline outline-none data-focused:bg-accent-wash"
            >
              {name}
            </MenuItem>
          ))}
        </Menu>
        <p className="m-0 max-w-56 border-line border-t px-2 py-1.5 text-[0.8rem] text-faint">{t('export.names')}</p>
      </Popover>
    </MenuTrigger>
  )
}
