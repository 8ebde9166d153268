import { describe, expect, it } from 'vitest'
import { isCountRecord } from '../../../contract/claim-record.ts'
import { recordsOf } from '../../../testing/gold-predictions.ts'
import { loadLexicon } from '../../../testing/lexicons.ts'
import { readText } from '../../../text/reader.ts'
import { viewOf } from '../words/view.ts'
import { wordsOf } from '../words/words.ts'
import { subjectOf } from './judge-relevance.ts'
import { sectionsOf } from './sections.ts'

const lexicon = loadLexicon('en')
const quotesOf = (text: string): readonly string[] =>
  recordsOf({ doc: 'test', published: null, outlet: null, text })
    .filter(isCountRecord)
    .map(({ start, end }) => text.slice(start, end))

const WAR = 'Rebels shelled the town of Lomeq.\n\nTwelve people were killed in the attack. The army blamed the rebels.'
const FIRE = 'Fire in a mill\n\nThree workers died when a mill caught fire. Firefighters fought the blaze.'

describe('sections of a page', () => {
  it('begin at a heading, a short line that does not end as a sentence does', () => {
    const text = readText(`News of the day\n\n${FIRE}\n\nShells hit Lomeq\n\n${WAR}`, 'en', lexicon)
    const sections = sectionsOf(viewOf(text, wordsOf(lexicon)))
    expect(sections).toEqual([0, 0, 0, 0, 1, 1, 1, 1])
  })

  it('keep what is said of one story out of the next', () => {
    expect(quotesOf(`Shells hit Lomeq\n\n${WAR}\n\n${FIRE}`)).toEqual(['Twelve people were killed'])
  })
})

describe('killings without a conflict', () => {
  const rest = 'The road was closed. Schools stayed open. Neighbours laid flowers. It rained.'

  it('are ordinary crime where only police and crime are spoken of', () => {
    expect(quotesOf(`A gunman shot dead three people in a shop, police said. A suspect was charged. ${rest}`)).toEqual(
      [],
    )
  })

  it('are kept where a party to a conflict is spoken of', () => {
    expect(
      quotesOf(`A gunman shot dead three people in a shop, police said. A rebel group claimed the attack. ${rest}`),
    ).toEqual(['shot dead three people'])
  })
})

describe('lines about the document', () => {
  it('do not weigh', () => {
    const head = 'Outlet: The Rebel Army Post\nPublished: 2024-03-13\n\n'
    const text = readText(`${head}The market opened.`, 'en', lexicon)
    const zones = [{ kind: 'clutter', start: 0, end: head.length }] as const
    const { told, whole } = subjectOf(viewOf(text, wordsOf(lexicon)), zones)
    expect([told, whole.violence]).toEqual([1, 0])
  })
})
