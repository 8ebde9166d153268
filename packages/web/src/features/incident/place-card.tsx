import type { IncidentPlaceRecord } from '@sijil/core/contract/incident-record.js'
import { lazy, Suspense } from 'react'
import { Ltr, Words } from '../../components/ltr.tsx'
import { Section } from '../../components/section.tsx'
import { distance } from '../../lib/format.ts'
import { useT } from '../../lib/i18n.ts'

const PlaceMap = lazy(() =>
  import('../../components/map/place-map.tsx').then((module) => ({ default: module.PlaceMap })),
)

/** Where it was, and how exactly that is known: a circle, never a pin of false precision. */
export const PlaceCard = ({ place }: { readonly place: IncidentPlaceRecord }) => {
  const t = useT()
  return (
    <Section title={t('place.title')}>
      {place.lat !== null && place.lon !== null && (
        <Suspense fallback={<div className="h-56 animate-pulse rounded-lg bg-sunken" />}>
          <PlaceMap lat={place.lat} lon={place.lon} radius={place.radius ?? 0} />
        </Suspense>
      )}
      <dl className="mt-3 mb-0 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-[0.9rem]">
        <Line label={t('place.reported')}>{place.text && <Words>{place.text}</Words>}</Line>
        <Line label={t('place.gazetteer')}>{place.name && <Words>{place.name}</Words>}</Line>
        <Line label={t('place.area')}>
          <Words>{[place.admin1, place.country].filter(Boolean).join(', ')}</Words>
        </Line>
        <Line label={t('place.precision')}>{place.precision && t(`precision.${place.precision as 1}`)}</Line>
        <Line label={t('place.radius')}>{place.radius ? <Ltr>{distance(place.radius)}</Ltr> : null}</Line>
        <Line label={t('place.coordinates')}>
          {place.lat !== null && place.lon !== null && (
            <Ltr>
              {place.lat.toFixed(3)}, {place.lon.toFixed(3)}
            </Ltr>
          )}
        </Line>
        <Line label={t('place.pcode')}>{place.pcode && <Ltr>{place.pcode}</Ltr>}</Line>
      </dl>
    </Section>
  )
}

const Line = ({ label, children }: { readonly label: string; readonly children: React.ReactNode }) =>
  children ? (
    <>
      <dt className="text-faint">{label}</dt>
      <dd className="m-0">{children}</dd>
    </>
  ) : null
