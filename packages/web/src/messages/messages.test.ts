import { i18n } from '@lingui/core'
import { compileMessage } from '@lingui/message-utils/compileMessage'
import { GROUPS, MEANS, METRICS, SCOPES, SOURCE_TYPES, STATUSES } from '@sijil/core/model/claim.js'
import { COPY_KINDS } from '@sijil/core/model/copy.js'
import { GRADES } from '@sijil/core/model/incident.js'
import { describe, expect, test } from 'vitest'
import { ar } from './ar.ts'
import { en } from './en.ts'

const LANGUAGES = { en, ar }
const placeholders = (message: string): readonly string[] =>
  [...new Set([...message.matchAll(/\{(\w+)[,}]/g)].map(([, name]) => name ?? ''))].sort()

describe.each(Object.entries(LANGUAGES))('%s', (locale, messages) => {
  test('has every message of English, with the same values', () => {
    expect(Object.keys(messages).sort()).toEqual(Object.keys(en).sort())
    for (const [key, message] of Object.entries(messages))
      for (const name of placeholders(message)) expect(placeholders(en[key as keyof typeof en]), key).toContain(name)
  })

  test('is right ICU: every message can be compiled', () => {
    for (const [key, message] of Object.entries(messages)) expect(() => compileMessage(message), key).not.toThrow()
  })

  test('names every value of the vocabularies', () => {
    const families = {
      metric: METRICS,
      group: GROUPS,
      means: MEANS,
      scope: SCOPES,
      status: STATUSES,
      source: SOURCE_TYPES,
      grade: GRADES,
      gradeMeaning: GRADES,
      copy: COPY_KINDS,
    }
    for (const [family, values] of Object.entries(families))
      for (const value of values) expect(Object.keys(messages)).toContain(`${family}.${value}`)
  })

  test('counts as its grammar does', () => {
    i18n.setMessagesCompiler(compileMessage)
    i18n.load(locale, { ...messages })
    i18n.activate(locale)
    const told = [0, 1, 2, 3, 11].map((n) => i18n._('inbox.claims', { n }))
    expect(new Set(told).size).toBe(told.length)
    for (const text of told) expect(text).not.toMatch(/[{}#]/)
  })
})

test('Arabic leaves no word of English but names of formats and codebooks', () => {
  const allowed = /\b(HTML|Markdown|JSON|CSV|UCDP|ACLED|PDF|PMTiles|GeoNames|name|key|type|party|aliases)\b/g
  for (const [key, message] of Object.entries(ar)) {
    const words = message
      .replace(/\{\w+(, (plural|select),)?/g, '')
      .replace(/\b(zero|one|two|few|many|other|yes)\b/g, '')
      .replace(allowed, '')
    expect(words, key).not.toMatch(/[A-Za-z]{3,}/)
  }
})
