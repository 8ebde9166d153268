import { useQuery } from '@tanstack/react-query'
import { MapPin, X } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { Radio, RadioGroup } from 'react-aria-components'
import { api } from '../../lib/api.ts'
import { percent } from '../../lib/format.ts'
import { useT } from '../../lib/i18n.ts'
import { Button } from '../button.tsx'
import { Ltr, Words } from '../ltr.tsx'
import { Failed, Loading } from '../states.tsx'
import type { FoundPlace } from './claim-form.ts'

const PlaceMap = lazy(() => import('../map/place-map.tsx').then((module) => ({ default: module.PlaceMap })))

interface PlaceSearchProps {
  /** The places as the person spells them. */
  readonly texts: readonly string[]
  readonly found: Readonly<Record<string, FoundPlace>>
  readonly change: (text: string, place: FoundPlace | null) => void
}

/** Which place of the gazetteers each spelling means: searched in any script, chosen by a person, shown on the map. */
export const PlaceSearch = ({ texts, found, change }: PlaceSearchProps) => {
  const t = useT()
  const [open, setOpen] = useState<string | null>(null)
  if (texts.length === 0) return null
  return (
    <div className="mt-1 flex flex-col gap-1.5">
      {texts.map((text) => {
        const place = found[text]
        return (
          <div key={text}>
            <div className="flex flex-wrap items-center gap-x-2 text-[0.87rem]">
              <Words className="font-medium">{text}</Words>
              {place && (
                <span className="text-soft">
                  = <Words>{[place.name, place.admin1, place.country].filter(Boolean).join(', ')}</Words>
                </span>
              )}
              <Button
                small
                look="quiet"
                aria-expanded={open === text}
                aria-label={t('places.findOf', { text })}
                onPress={() => setOpen(open === text ? null : text)}
              >
                <MapPin aria-hidden="true" className="size-4" />
                {t('places.find')}
              </Button>
              {place && (
                <Button small look="quiet" aria-label={t('places.forget', { text })} onPress={() => change(text, null)}>
                  <X aria-hidden="true" className="size-4" />
                </Button>
              )}
            </div>
            {open === text && <Candidates text={text} chosen={place} choose={(one) => change(text, one)} />}
          </div>
        )
      })}
    </div>
  )
}

interface CandidatesProps {
  readonly text: string
  readonly chosen: FoundPlace | undefined
  readonly choose: (place: FoundPlace) => void
}

const SHOWN = 8

const Candidates = ({ text, chosen, choose }: CandidatesProps) => {
  const t = useT()
  const query = useQuery({
    queryKey: ['places', text],
    queryFn: async ({ signal }) =>
      (await api.call('searchPlaces', { query: { name: text, limit: SHOWN }, signal })).body.items,
  })
  if (query.isError) return <Failed error={query.error} retry={() => query.refetch()} />
  if (query.isPending) return <Loading lines={2} />
  if (query.data.length === 0) return <p className="m-0 text-[0.87rem] text-faint">{t('search.nothing')}</p>
  const at = query.data.find(({ lat, lon }) => lat === chosen?.lat && lon === chosen?.lon)
  return (
    <div className="mt-1 grid gap-2 sm:grid-cols-2">
      <RadioGroup
        aria-label={t('places.findOf', { text })}
        value={at?.id ?? null}
        onChange={(id) => {
          const one = query.data.find((place) => place.id === id)
          if (one) choose({ name: one.name, lat: one.lat, lon: one.lon, country: one.country, admin1: one.admin1 })
        }}
        className="flex max-h-56 flex-col gap-1 overflow-auto p-0.5"
      >
        {query.data.map((place) => (
          <Radio
            key={place.id}
            value={place.id}
            className="block cursor-pointer rounded-md border border-line px-2.5 py-1 text-[0.87rem] data-selected:border-accent data-selected:bg-accent-wash"
          >
            <Words className="font-medium">{place.name}</Words>{' '}
            <span className="text-soft">
              <Words>{[place.admin1, place.country].filter(Boolean).join(', ')}</Words> ·{' '}
              <Ltr>{percent(place.score)}</Ltr>
            </span>
          </Radio>
        ))}
      </RadioGroup>
      {chosen && (
        <Suspense fallback={<div className="h-56 animate-pulse rounded-lg bg-sunken" />}>
          <PlaceMap key={`${chosen.lat} ${chosen.lon}`} lat={chosen.lat} lon={chosen.lon} radius={2000} />
        </Suspense>
      )}
    </div>
  )
}
