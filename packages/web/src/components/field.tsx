import type { ReactNode } from 'react'
import { FieldError, Input, Label, Text, TextArea, TextField, type TextFieldProps } from 'react-aria-components'

export const INPUT =
  'w-full min-h-9 rounded-md border border-strong-line bg-raised px-2.5 py-1 text-ink placeholder:text-faint'

interface FieldProps extends Omit<TextFieldProps, 'className' | 'children'> {
  readonly label: string
  readonly hint?: ReactNode
  readonly lines?: number
  readonly placeholder?: string
  readonly className?: string
  readonly hideLabel?: boolean
  readonly icon?: ReactNode
}

/** A labelled line (or several) of text. */
export const Field = ({
  label,
  hint,
  lines,
  placeholder,
  className = '',
  hideLabel = false,
  icon,
  ...rest
}: FieldProps) => (
  <TextField {...rest} className={`flex flex-col gap-1 ${className}`}>
    <Label className={hideLabel ? 'sr-only' : 'text-[0.87rem] font-medium'}>{label}</Label>
    <span className="relative block">
      {icon && (
        <span className="pointer-events-none absolute inset-y-0 start-2.5 grid place-items-center text-faint">
          {icon}
        </span>
      )}
      {lines === undefined ? (
        <Input dir="auto" placeholder={placeholder ?? ''} className={`${INPUT} ${icon ? 'ps-8' : ''}`} />
      ) : (
        <TextArea dir="auto" rows={lines} placeholder={placeholder ?? ''} className={INPUT} />
      )}
    </span>
    {hint && (
      <Text slot="description" className="text-[0.82rem] text-faint">
        {hint}
      </Text>
    )}
    <FieldError className="text-[0.85rem] text-alert" />
  </TextField>
)
