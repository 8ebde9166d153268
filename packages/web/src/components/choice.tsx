import { Check, ChevronDown } from 'lucide-react'
import { Button, type Key, Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components'

export interface Option {
  readonly id: string
  readonly label: string
}

interface ChoiceProps {
  readonly label: string
  readonly value: string
  readonly options: readonly Option[]
  readonly onChange: (value: string) => void
  readonly hideLabel?: boolean
  readonly className?: string
}

/** One of a few. */
export const Choice = ({ label, value, options, onChange, hideLabel = false, className = '' }: ChoiceProps) => (
  <Select
    value={value}
    onChange={(key: Key | null) => key !== null && onChange(String(key))}
    className={`flex flex-col gap-1 ${className}`}
  >
    <Label className={hideLabel ? 'sr-only' : 'text-[0.87rem] font-medium'}>{label}</Label>
    <Button className="flex min-h-9 w-full items-center justify-between gap-2 rounded-md border border-strong-line bg-raised px-2.5 text-start">
      <SelectValue className="truncate" />
      <ChevronDown aria-hidden="true" className="size-4 shrink-0 text-faint" />
    </Button>
    <Popover className="min-w-(--trigger-width) overflow-auto rounded-lg border border-line bg-raised shadow-xl">
      <ListBox items={options} className="max-h-80 p-1 outline-none">
        {(option) => (
          <ListBoxItem
            id={option.id}
            textValue={option.label}
            className="flex min-h-8 cursor-default items-center justify-between gap-3 rounded px-2 outline-none data-focused:bg-accent-wash"
          >
            {({ isSelected }) => (
              <>
                {option.label}
                {isSelected && <Check aria-hidden="true" className="size-4" />}
              </>
            )}
          </ListBoxItem>
        )}
      </ListBox>
    </Popover>
  </Select>
)
