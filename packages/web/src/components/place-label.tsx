import type { IncidentPlaceRecord } from '@sijil/core/contract/incident-record.js'
import { distance } from '../lib/format.ts'
import { useT } from '../lib/i18n.ts'
import { Words } from './ltr.tsx'

/** A place as the reports spell it, the gazetteer's name where it differs, and how exactly it is known. */
export const PlaceLabel = ({
  place,
  full = false,
}: {
  readonly place: IncidentPlaceRecord
  readonly full?: boolean
}) => {
  const t = useT()
  const text = place.text ?? place.name
  if (text === null) return <span className="text-faint">{t('place.unknown')}</span>
  const other = place.name !== null && place.name !== text ? place.name : null
  const area = [place.admin1, place.country].filter((part) => part !== null && part !== text && part !== other)
  return (
    <span className="inline-flex min-w-0 flex-wrap items-baseline gap-x-1.5">
      <Words className="font-medium">{text}</Words>
      {other && (
        <span className="text-[0.85rem] text-faint">
          = <Words>{other}</Words>
        </span>
      )}
      {full && area.length > 0 && <Words className="text-soft">{area.join(', ')}</Words>}
      {full && place.radius !== null && place.radius > 0 && (
        <span className="text-[0.85rem] text-faint">{t('place.within', { radius: distance(place.radius) })}</span>
      )}
      {place.lat === null && <span className="text-[0.8rem] text-faint">{t('place.notLocated')}</span>}
    </span>
  )
}
