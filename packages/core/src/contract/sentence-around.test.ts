import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sentenceAround } from './sentence-around.ts'

const around = (content: string, passage: string) => {
  const start = content.indexOf(passage)
  return sentenceAround(content, { start, end: start + passage.length })
}

describe('sentenceAround', () => {
  test.each([
    ['First one. Four men were killed. Last one.', 'Four men were killed', 'Four men were killed.'],
    ['Head\nFour men were killed\nTail', 'Four men', 'Four men were killed'],
    ['Four men were killed, Lt. Osta said. More.', 'Four men', 'Four men were killed, Lt. Osta said.'],
    ['One. Two dead. Three hurt. Four.', 'dead. Three', 'Two dead. Three hurt.'],
    ['قُتل أربعة أشخاص. وأُصيب اثنان.', 'أُصيب اثنان', 'وأُصيب اثنان.'],
  ])('%j around %j is %j', (content, passage, sentence) => {
    const found = around(content, passage)
    expect(found.text).toBe(sentence)
    expect(found.text.slice(...found.mark)).toBe(passage)
  })

  test('a very long line is cut at spaces around the passage', () => {
    const found = around(`${'word '.repeat(400)}four were killed ${'word '.repeat(400)}`, 'four were killed')
    expect(found.text.length).toBeLessThanOrEqual(600)
    expect(found.text).toMatch(/^word .*word$/)
    expect(found.text.slice(...found.mark)).toBe('four were killed')
  })

  test('whatever the text, the mark is the passage and the sentence is of the document', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), fc.nat(), fc.nat(), (content, a, b) => {
        const [start, end] = [a % (content.length + 1), b % (content.length + 1)].sort((x, y) => x - y) as [
          number,
          number,
        ]
        const found = sentenceAround(content, { start, end })
        expect(found.text).toBe(content.slice(found.start, found.end))
        expect(found.text.slice(...found.mark)).toBe(content.slice(start, end))
      }),
    )
  })
})
