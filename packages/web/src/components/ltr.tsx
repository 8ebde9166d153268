import type { ReactNode } from 'react'

/** Figures, codes, dates and coordinates, kept apart from the direction of the words around them. */
export const Ltr = ({ children, className = '' }: { readonly children: ReactNode; readonly className?: string }) => (
  <bdi dir="ltr" className={`num rtl:text-right ${className}`}>
    {children}
  </bdi>
)

/** Words of a report, in whichever direction they run. */
export const Words = ({ children, className = '' }: { readonly children: ReactNode; readonly className?: string }) => (
  <bdi dir="auto" className={className}>
    {children}
  </bdi>
)
