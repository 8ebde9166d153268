import { Link } from '@tanstack/react-router'
import { Words } from '../../components/ltr.tsx'
import { Section } from '../../components/section.tsx'
import { days } from '../../lib/format.ts'
import { useT } from '../../lib/i18n.ts'
import type { Band } from './bands.ts'

/** The agreements behind the bands, each with the words in which reports tell it. */
export const Agreements = ({ bands }: { readonly bands: readonly Band[] }) => {
  const t = useT()
  if (bands.length === 0) return null
  return (
    <Section title={t('bands.title')} note={t('bands.note')}>
      <ul className="m-0 flex list-none flex-col gap-2 p-0">
        {bands.map((band) => {
          const [claim] = band.claims
          return (
            <li
              key={claim?.id}
              className="grid gap-x-6 rounded-lg border border-line border-s-4 border-s-accent bg-raised px-4 py-2.5 md:grid-cols-[13rem_1fr]"
            >
              <span className="font-medium">
                <Words className="block">{days(band.from, band.to, t)}</Words>
                <Words className="text-[0.87rem] font-normal text-soft">{band.places.join(', ')}</Words>
              </span>
              <span>
                <Words className="font-serif">“{claim?.quote}”</Words>
                <span className="flex flex-wrap gap-x-3 text-[0.85rem] text-soft">
                  {band.claims.map((one) => (
                    <Link
                      key={one.id}
                      to="/review/$doc"
                      params={{ doc: one.document }}
                      search={{ claim: one.id }}
                      className="text-accent"
                    >
                      <Words>{one.doc}</Words>
                    </Link>
                  ))}
                </span>
              </span>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
