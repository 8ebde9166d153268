import type { ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components'

const LOOKS = {
  primary: 'bg-accent text-accent-ink hover:opacity-90',
  plain: 'bg-raised text-ink border border-strong-line hover:bg-sunken',
  quiet: 'text-soft hover:bg-sunken hover:text-ink',
  danger: 'bg-raised text-alert border border-alert hover:bg-alert-wash',
} as const

interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'children'> {
  readonly look?: keyof typeof LOOKS
  readonly small?: boolean
  readonly children: ReactNode
  readonly className?: string
}

export const Button = ({ look = 'plain', small = false, className = '', ...rest }: ButtonProps) => (
  <AriaButton
    {...rest}
    className={`inline-flex items-center justify-center gap-1.5 rounded-md font-medium transition-colors disabled:opacity-45 ${
      small ? 'min-h-7 px-2 text-[0.85rem]' : 'min-h-9 px-3'
    } ${LOOKS[look]} ${className}`}
  />
)
