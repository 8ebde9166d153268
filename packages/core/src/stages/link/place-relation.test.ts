import { describe, expect, test } from 'vitest'
import type { PlaceMention } from '../../model/claim.ts'
import type { Place } from '../../model/place.ts'
import { sketchPlace } from '../../testing/claims.ts'
import { type PlaceView, placeRelation, placeView } from './place-relation.ts'

const view = (text: string, kind: PlaceMention['kind'], place: Place | null): PlaceView =>
  placeView({ start: 0, end: 5, text, certainty: 'stated', kind, within: [] }, place)

const town = { ...sketchPlace('Orvan', 10, 20), radius: 9_000 }
const province: Place = { ...sketchPlace('Orvan Province', 10, 20), precision: 4, radius: 60_000 }
const country: Place = { ...sketchPlace('Testland', 11, 21), precision: 6, radius: 300_000, admin1: null }

describe('how two mentions lie to each other', () => {
  test('a side of a town is in the town, not the whole of it', () => {
    const side = view('southern Orvan', 'area', { ...town, precision: 2, radius: 25_000 })
    expect(placeRelation(side, view('Orvan', 'settlement', town))).toBe('inside')
    expect(placeRelation(side, side)).toBe('same')
  })

  test('a village of no gazetteer lies in the province that the text puts it in', () => {
    const village = view('Tel Meshok', 'settlement', { ...province, precision: 4 })
    expect(placeRelation(village, view('Orvan Province', 'admin', province))).toBe('inside')
  })

  test('an area of no gazetteer does not hold all of its country', () => {
    const area = view('the Green Valley', 'area', { ...country, precision: 5 })
    expect(placeRelation(area, view('Tel Meshok', 'settlement', province))).toBe('unknown')
    expect(placeRelation(area, view('Orvan Province', 'admin', province))).toBe('unknown')
  })

  test('a town lies in its country', () => {
    expect(placeRelation(view('Orvan', 'settlement', town), view('Testland', 'country', country))).toBe('inside')
  })
})
