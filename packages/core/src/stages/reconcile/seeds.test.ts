import { describe, expect, test } from 'vitest'
import type { CopyRelation } from '../../model/copy.ts'
import type { DocumentId, TextId } from '../../model/document.ts'
import type { Incident } from '../../model/incident.ts'
import type { Context } from '../../pipeline/stage.ts'
import { claimsFromGold, documentOf, type GoldClaim } from '../../testing/gold-claims.ts'
import { loadLexicon } from '../../testing/lexicons.ts'
import { loadOrganisations } from '../../testing/organisations.ts'
import { readSharedLines, sharedIsThere } from '../../testing/shared.ts'
import { linkStage } from '../link/link-stage.ts'
import { reconcileStage } from './reconcile-stage.ts'

const BROAD = new Map([
  ['Syria', 'country'],
  ['northwest Syria', 'area'],
  ['northwestern Syria', 'area'],
  ['rural opposition areas', 'area'],
  ['Idlib', 'admin'],
] as const)

/** The incidents of the seeds, from claims coded by hand. */
const seedIncidents = (): readonly Incident[] => {
  const organisations = loadOrganisations()
  const gold = readSharedLines<GoldClaim>('gold/seeds.jsonl')
  const claims = claimsFromGold(gold, organisations, (text) => BROAD.get(text as 'Syria') ?? 'settlement')
  const published: Readonly<Record<string, string>> = {
    '000': '2020-01-21',
    '001': '2020-03-03',
    '002': '2019-12-18',
    '003': '2020-01-21',
    '004': '2020-01-21',
  }
  const outlets: Readonly<Record<string, string>> = { '001': 'Daily Sabah', '003': 'TRT World' }
  const names = [...new Set(gold.map((line) => line.doc))]
  const documents = names.map((name) => ({
    document: documentOf(name, outlets[name.slice(0, 3)] ?? null, published[name.slice(0, 3)] ?? null),
    text: { id: name as TextId, content: '' },
  }))
  const find = (start: string) => (names.find((name) => name.startsWith(start)) ?? '') as DocumentId
  const copies: readonly CopyRelation[] = [
    {
      document: find('004'),
      of: find('003'),
      relation: 'abridged',
      containment: 1,
      why: 'all of its words stand in the other',
    },
  ]
  const context = {
    today: '2020-04-01',
    lexicons: new Map([['en', loadLexicon('en')]]),
    organisations,
  } as unknown as Context
  const layers = { documents, copies, passages: [], claims, places: [], judgements: [] }
  const { links } = linkStage.run(layers, context)
  return reconcileStage.run({ ...layers, links }, context).incidents
}

const killed = (incident: Incident | undefined) => {
  const all = incident?.figures.killed?.all
  return [all?.low, all?.high]
}

describe.skipIf(!sharedIsThere)(
  'the five seed articles, from claims coded by hand (skipped where they are absent)',
  () => {
    const incidents = sharedIsThere ? seedIncidents() : []
    const at = (place: string, day: string) =>
      incidents.filter((one) => one.kind === 'incident' && one.placeText === place && one.time.latest === day)
    const rollups = (day: string) => incidents.filter((one) => one.kind === 'rollup' && one.time.latest === day)
    const parts = (rollup: Incident | undefined) => incidents.filter((one) => one.partOf.includes(rollup?.code ?? ''))
    const sumsThatHold = (rollup: Incident | undefined) =>
      rollup?.checks.filter((check) => check.kind === 'breakdown' && check.holds).map((check) => check.text)

    test('one incident at one village spelt two ways: 8 to 9, six children, two origins of three documents', () => {
      const found = incidents.filter((one) => one.kind === 'incident' && /^Ka?fa?r Taal$/.test(one.placeText ?? ''))
      expect(found).toHaveLength(1)
      expect(killed(found[0])).toEqual([8, 9])
      expect(found[0]?.groups.children).toMatchObject({ low: 6, high: 6 })
      expect(found[0]?.documents).toHaveLength(3)
      expect(found[0]?.origins).toHaveLength(2)
      expect(found[0]?.grade).toBe('fair')
    })

    test('the eight in "rural opposition areas" are apart from the eight of Kafr Nuran', () => {
      expect(killed(at('Kafr Nuran', '2020-01-21')[0])).toEqual([8, 8])
      expect(killed(at('rural opposition areas', '2020-01-21')[0])).toEqual([8, null])
    })

    test.each([
      ['Tal Mannis', 9],
      ['Bidama', 6],
      ['Maasaran', 5],
      ['al-Kanayes', 1],
      ['Maar Shamshah', 1],
    ])('%s: %i, under the roll-up of 22', (place, number) => {
      const [found, ...more] = at(place, '2019-12-17')
      expect(more).toEqual([])
      expect(killed(found)).toEqual([number, number])
      const sum = rollups('2019-12-17').find((one) => killed(one)[0] === 22)
      expect(found?.partOf).toEqual([sum?.code])
    })

    test('the roll-up of 22 sums its five places', () => {
      const sum = rollups('2019-12-17').find((one) => killed(one)[0] === 22)
      expect(killed(sum)).toEqual([22, null])
      expect(sumsThatHold(sum)).toEqual(['22 = 9 + 6 + 5 + 1 + 1'])
      expect(parts(sum)).toHaveLength(5)
    })

    test('two roll-ups of one day stay apart, each over its own parts', () => {
      const twelve = rollups('2020-01-21').find((one) => killed(one)[0] === 12)
      const many = rollups('2020-01-21').find((one) => killed(one)[0] === 26)
      expect(rollups('2020-01-21')).toHaveLength(2)
      expect(sumsThatHold(twelve)).toEqual(['12 = 8 + 4'])
      expect(sumsThatHold(many)).toEqual(['26 = 9 + 8 + 2 + 2 + 1 + 1 + 1 + 2'])
      expect(
        parts(twelve)
          .map((one) => killed(one))
          .sort(),
      ).toEqual([
        [4, 4],
        [8, 9],
      ])
      expect(parts(many)).toHaveLength(8)
      expect(many?.documents).toHaveLength(2)
      expect(many?.origins).toHaveLength(1)
    })

    test("Maardabseh 4; Aleppo city 3, of whom two women and a child, by rocket, on a state agency's word", () => {
      expect(killed(at('Maardabseh', '2020-01-21')[0])).toEqual([4, 4])
      const [aleppo] = at('Aleppo', '2020-01-21')
      expect(killed(aleppo)).toEqual([3, 3])
      expect(aleppo?.groups).toMatchObject({ women: { low: 2, high: 2 }, children: { low: 1, high: 1 } })
      expect(aleppo?.means).toEqual(['rocket'])
      expect(aleppo?.actors).toEqual(['rebel fighters'])
      expect(aleppo?.origins.map((origin) => origin.key)).toEqual(['sana'])
    })

    test('Idlib: at least 12 with five children one day, 9 the day before', () => {
      const [third] = at('Idlib', '2020-03-03')
      expect(killed(third)).toEqual([12, null])
      expect(third?.groups.children).toMatchObject({ low: 5, high: 5 })
      expect(killed(at('Idlib', '2020-03-02')[0])).toEqual([9, 9])
    })

    test('tolls, forecasts and vague long periods are in no incident', () => {
      const gold = readSharedLines<GoldClaim>('gold/seeds.jsonl')
      const quarantined = gold
        .filter((line) => line.scope === 'cumulative' || line.scope === 'forecast')
        .map((line) => line.id)
      const linked = new Set<string>(incidents.flatMap((one) => one.claims))
      expect(quarantined.length).toBeGreaterThan(10)
      expect(quarantined.filter((id) => linked.has(id))).toEqual([])
    })
  },
)
