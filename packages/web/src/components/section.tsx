import type { ReactNode } from 'react'

interface SectionProps {
  readonly title: string
  readonly note?: ReactNode
  readonly children: ReactNode
}

/** A part of a page under its own heading. */
export const Section = ({ title, note, children }: SectionProps) => (
  <section className="break-inside-avoid-page">
    <h2 className="m-0 text-[1.05rem] font-semibold">{title}</h2>
    {note && <p className="m-0 text-[0.87rem] text-faint">{note}</p>}
    <div className="mt-2.5">{children}</div>
  </section>
)
