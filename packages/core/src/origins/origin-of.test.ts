import { describe, expect, test } from 'vitest'
import type { SourceMention, SourceType } from '../model/claim.ts'
import { sketchClaim } from '../testing/claims.ts'
import { documentOf } from '../testing/gold-claims.ts'
import { loadOrganisations } from '../testing/organisations.ts'
import { type OriginFrame, originOf } from './origin-of.ts'

const organisations = loadOrganisations()
type Said = readonly [text: string, type: SourceType]

const mention = ([text, type]: Said): SourceMention => ({ start: 0, end: 0, text, type, certainty: 'stated' })

interface Given {
  readonly sources: readonly Said[]
  readonly alsoCited?: readonly (readonly Said[])[]
  readonly text?: string
  readonly outlet?: string
  readonly agency?: string
}

const originFrom = ({ sources, alsoCited = [], text = '', outlet = 'The Daily Page', agency }: Given) => {
  const chains = [sources, ...alsoCited].map((chain) => chain.map(mention))
  const document = { ...documentOf('doc', outlet, '2024-03-13'), agency: agency ?? null }
  const claim = sketchClaim({ id: 'c', document: 'doc', more: { sources: sources.map(mention) } })
  const frame: OriginFrame = {
    document,
    witness: document,
    mentions: chains.flat(),
    chains,
    named: () => organisations.findAll(text),
    organisations,
  }
  return originOf(claim, frame).key
}

describe('whose word a claim rests on', () => {
  test.each<[string, Given, string]>([
    ['an organisation by any of its names', { sources: [['the White Helmets', 'civil_defence']] }, 'white-helmets'],
    ['… and in another script', { sources: [['الدفاع المدني السوري', 'civil_defence']] }, 'white-helmets'],
    [
      'a spokesperson is the organisation',
      {
        sources: [
          ['Lamis Dorvan', 'other'],
          ['Syrian Civil Defence', 'civil_defence'],
        ],
      },
      'white-helmets',
    ],
    [
      'a medium that carries is not the root',
      {
        sources: [
          ['Almond Street Hospital', 'hospital'],
          ['Reuters', 'international_media'],
        ],
      },
      'named:almond street hospital',
    ],
    ['a medium alone is', { sources: [['SANA', 'state_media']] }, 'sana'],
    [
      'unnamed people through a medium rest on the medium',
      {
        sources: [
          ['residents', 'unnamed'],
          ['SANA', 'state_media'],
        ],
      },
      'sana',
    ],
    ['unnamed people are an origin for each document', { sources: [['rescuers', 'unnamed']] }, 'unnamed:doc'],
    [
      '… even where an organisation of rescuers is named',
      { sources: [['rescuers', 'unnamed']], text: 'The White Helmets came.' },
      'unnamed:doc',
    ],
    ["the outlet's own word", { sources: [] }, 'outlet:the daily page'],
    ['an agency credited', { sources: [], agency: 'Reuters' }, 'reuters'],
    [
      'a description, where the document names one of that kind',
      {
        sources: [['a monitoring group', 'monitor']],
        alsoCited: [[['Syrian Observatory for Human Rights', 'monitor']]],
      },
      'sohr',
    ],
    ['… and where it names none', { sources: [['a monitoring group', 'monitor']] }, 'unnamed:doc'],
    [
      'a short form of a name in the text',
      { sources: [['the Observatory', 'monitor']], text: 'The Syrian Observatory for Human Rights says so.' },
      'sohr',
    ],
    [
      'a surname is the person',
      { sources: [['Dorvan', 'other']], alsoCited: [[['Lamis Dorvan', 'other']]] },
      'named:lamis dorvan',
    ],
    [
      'a person cited elsewhere for an organisation',
      {
        sources: [['Dorvan', 'other']],
        alsoCited: [
          [
            ['Lamis Dorvan', 'other'],
            ['White Helmets', 'civil_defence'],
          ],
        ],
      },
      'white-helmets',
    ],
    [
      '"the ministry" is the one that the document names',
      { sources: [['the ministry', 'official']], alsoCited: [[['the Defence Ministry of Zarimand', 'official']]] },
      'named:the defence ministry of zarimand',
    ],
    [
      '… and none where it names two',
      {
        sources: [['the ministry', 'official']],
        alsoCited: [
          [
            ['the Defence Ministry', 'official'],
            ['the Health Ministry', 'health_ministry'],
          ],
        ],
      },
      'unnamed:doc',
    ],
    [
      'medics are not the hospital',
      { sources: [['medics', 'hospital']], alsoCited: [[['Almond Street Hospital', 'hospital']]] },
      'unnamed:doc',
    ],
  ])('%s', (_, given, key) => {
    expect(originFrom(given)).toBe(key)
  })
})
