import { Link } from '@tanstack/react-router'
import { X } from 'lucide-react'
import { Button } from '../../components/button.tsx'
import { Figure } from '../../components/figure.tsx'
import { Grade } from '../../components/grade.tsx'
import { Words } from '../../components/ltr.tsx'
import { MeansLabel } from '../../components/means-label.tsx'
import { days, distance } from '../../lib/format.ts'
import { useT } from '../../lib/i18n.ts'
import type { IncidentPoint } from '../../lib/resources.ts'

/** The incidents of the spot that was chosen. */
export const IncidentCards = ({
  points,
  close,
}: {
  readonly points: readonly IncidentPoint[]
  readonly close: () => void
}) => {
  const t = useT()
  return (
    <section
      aria-label={t('map.chosen')}
      className="absolute inset-x-3 bottom-3 max-h-[55%] overflow-auto rounded-lg border border-line bg-raised p-2 shadow-lg sm:inset-x-auto sm:end-14 sm:top-3 sm:bottom-auto sm:max-h-[80%] sm:w-80"
    >
      <div className="flex items-center justify-between ps-2">
        <span className="eyebrow">{t('map.chosenCount', { n: points.length })}</span>
        <Button small look="quiet" onPress={close} aria-label={t('action.close')}>
          <X aria-hidden="true" className="size-4" />
        </Button>
      </div>
      <ul className="m-0 list-none p-0">
        {points.map((point) => (
          <li key={point.code}>
            <Link
              to="/incidents/$code"
              params={{ code: point.code }}
              className="block rounded-md px-2 py-2 text-ink no-underline hover:bg-accent-wash"
            >
              <span className="flex items-baseline justify-between gap-3">
                <Words className="font-medium">{point.place ?? point.code}</Words>
                <Figure value={point.killed} tone="killed" />
              </span>
              <span className="flex flex-wrap gap-x-2.5 text-[0.85rem] text-soft">
                <Words>{days(point.from, point.to, t)}</Words>
                <MeansLabel means={point.means} />
                {point.radius !== null && point.radius > 0 && (
                  <span>{t('place.within', { radius: distance(point.radius) })}</span>
                )}
              </span>
              <Grade grade={point.grade} />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
