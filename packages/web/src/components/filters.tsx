import { ListFilter } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useT } from '../lib/i18n.ts'
import { Button } from './button.tsx'

interface FiltersProps {
  /** How many of the filters narrow what is shown. */
  readonly narrowed: number
  readonly className?: string
  readonly children: ReactNode
}

/** What a list is narrowed by: a row of fields; on a phone, two columns behind a button, so that the list itself is seen. */
export const Filters = ({ narrowed, className = '', children }: FiltersProps) => {
  const t = useT()
  const [isOpen, setOpen] = useState(false)
  return (
    <search className={`no-print ${isOpen ? 'max-md:basis-full' : ''} ${className}`} aria-label={t('filter.label')}>
      <Button className="md:hidden" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
        <ListFilter aria-hidden="true" className="size-4" />
        {narrowed === 0 ? t('filter.label') : t('filter.labelCount', { n: narrowed })}
      </Button>
      <div
        className={`${isOpen ? 'mt-2 grid' : 'hidden'} grid-cols-2 items-end gap-2.5 max-md:*:w-full max-md:*:min-w-0 max-md:[&_input]:w-full md:flex md:flex-wrap`}
      >
        {children}
      </div>
    </search>
  )
}
