import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Document } from '../../model/document.ts'
import type { RawItem, Refusal } from '../../pipeline/layers.ts'
import { testContext } from '../../testing/context.ts'
import { ingest } from './ingest.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const latin = (text: string): Uint8Array => Uint8Array.from([...text].map((c) => c.charCodeAt(0)))
const utf16 = (text: string, littleEndian: boolean, mark: boolean): Uint8Array => {
  const units = (mark ? `\ufeff${text}` : text).split('').map((c) => c.charCodeAt(0))
  return Uint8Array.from(units.flatMap((u) => (littleEndian ? [u & 255, u >> 8] : [u >> 8, u & 255])))
}
const item = (name: string, content: string | Uint8Array, more: Partial<RawItem> = {}): RawItem => ({
  name,
  bytes: typeof content === 'string' ? utf8(content) : content,
  mediaType: null,
  url: null,
  ...more,
})
const context = testContext('2026-01-01')
const run = (...raw: readonly RawItem[]) => ingest.run({ raw }, context)
const only = (raw: RawItem): { document: Document; content: string } => {
  const { documents, refusals } = run(raw)
  expect(refusals).toEqual([])
  expect(documents).toHaveLength(1)
  const [found] = documents
  if (found === undefined) throw new Error('no document')
  return { document: found.document, content: found.text.content }
}
const refusal = (raw: RawItem): Refusal => {
  const { documents, refusals } = run(raw)
  expect(documents).toEqual([])
  expect(refusals).toHaveLength(1)
  const [found] = refusals
  if (found === undefined) throw new Error('no refusal')
  return found
}
const codes = (document: Document): string[] => document.warnings.map((warning) => warning.code)

describe('encodings', () => {
  const text = 'Shells fell on Rasmun on Tuesday, “killing five people”, residents said.'
  test.each([
    ['UTF-8', utf8(text), []],
    ['UTF-8 with a mark', utf8(`\ufeff${text}`), []],
    ['UTF-16 little end first, with a mark', utf16(text, true, true), ['not_utf8']],
    ['UTF-16 big end first, with a mark', utf16(text, false, true), ['not_utf8']],
    ['UTF-16 without a mark', utf16(text.replace(/[“”]/g, '"'), true, false), ['not_utf8']],
  ])('%s', (_name, bytes, warnings) => {
    const { document, content } = only(item('a.txt', bytes))
    expect(content.replace(/[“”"]/g, '')).toBe(text.replace(/[“”"]/g, ''))
    expect(codes(document)).toEqual(warnings)
  })

  test('windows-1252 is guessed, and said to be', () => {
    const french =
      'Les bombardements ont tu\xe9 cinq civils \xe0 Rasmun, selon les secours; l\x92arm\xe9e a ni\xe9 les faits.'
    const { document, content } = only(item('a.txt', latin(french.repeat(4))))
    expect(content).toContain('ont tué cinq civils à Rasmun')
    expect(codes(document)).toEqual(['not_utf8'])
    expect(document.warnings[0]?.text).toContain('windows-1252')
  })

  test('an Arabic page is read by the charset that it declares', () => {
    const words = [0xde, 0xca, 0xe1, 0x20, 0xce, 0xe3, 0xd3, 0xc9]
    const head = latin('<html><head><meta charset="windows-1256"></head><body><article><p>')
    const paragraph = Array.from({ length: 20 }, () => [...words, 0x20]).flat()
    const { document, content } = only(
      item('a.html', Uint8Array.from([...head, ...paragraph, ...latin('</p></article></body></html>')])),
    )
    expect(content.startsWith('قتل خمسة')).toBe(true)
    expect(codes(document)).toEqual(['not_utf8'])
  })

  test('a carrier may declare the charset', () => {
    const { content } = only(item('a.txt', latin('Prze\xbf yli'), { mediaType: 'text/plain; charset=iso-8859-2' }))
    expect(content).toBe('Przeż yli')
  })

  test('one broken byte does not make a text another encoding', () => {
    const bytes = utf8(`Cafés in Rasmun’s “old” quarter were hit. ${'Five people died. '.repeat(60)}`)
    bytes[bytes.length - 5] = 0xff
    const { document, content } = only(item('a.txt', bytes))
    expect(content).toContain('Cafés in Rasmun’s “old” quarter')
    expect(codes(document)).toEqual(['broken_characters'])
  })

  test('what no store can hold is replaced, and said to be', () => {
    const { document, content } = only(item('a.json', '{"text": "Five died\\u0000 in \\ud800Rasmun"}'))
    expect(content).toBe('Five died\ufffd in \ufffdRasmun')
    expect(codes(document)).toEqual(['broken_characters'])
  })
})

describe('refused with what to do', () => {
  const noise = Uint8Array.from({ length: 4000 }, (_, i) => 128 + ((i * 7919) % 31))
  test.each([
    ['an empty file', item('a.txt', ''), 'empty', 'nothing was stored'],
    ['nothing but blanks', item('a.txt', ' \n\t \n'), 'empty', 'nothing was stored'],
    [
      'a PDF called .txt',
      item('a.txt', latin('%PDF-1.7\n%\xe2\xe3\xcf\xd3')),
      'binary',
      'this is a PDF file, not text',
    ],
    [
      'a picture called .txt',
      item('a.txt', latin('\x89PNG\r\n\x1a\n\0\0')),
      'binary',
      'save its words as a UTF-8 .txt',
    ],
    ['zero bytes', item('a.txt', latin('ab\0\0\0\0cd\0efghij\0\0klmno')), 'binary', 'zero bytes'],
    ['control characters', item('a.txt', latin('a\x01b\x02c\x03d\x04')), 'binary', 'control characters'],
    ['bytes in no encoding', item('a.txt', noise), 'undecodable', 'save the file as UTF-8'],
    ['a format that is not read', item('a.docx', 'PK'), 'unknown_format', '.html'],
    ['50 MB of one line', item('a.txt', new Uint8Array(50_000_000).fill(97)), 'too_large', '50,000,000 bytes'],
    ['a text that is too long', item('a.txt', 'Five died. '.repeat(200_000)), 'too_large', '2,200,000 characters'],
    ['a broken .json', item('a.json', '{"text": "Five died"'), 'broken_json', 'mend it'],
    ['a list of nothing known', item('a.json', '[1]'), 'not_a_document', 'must be a JSON object'],
    ['a .json with no text', item('a.json', '{"doc": "x"}'), 'wrong_field', '"text" is missing'],
    ['a text of blanks', item('a.json', '{"text": "  "}'), 'empty', 'no text'],
    [
      'a wrong type',
      item('a.json', '{"text": "Five died.", "published": 20200121}'),
      'wrong_field',
      '"published" must be text in quotes, or null, but is 20200121',
    ],
    [
      'a day that is none',
      item('a.json', '{"text": "Five died.", "published": "2020-02-31"}'),
      'wrong_field',
      'such as "2020-01-21"',
    ],
    [
      'a table with no text column',
      item('a.csv', 'id,place\n1,Rasmun\n'),
      'no_text_column',
      'The columns are: "id", "place"',
    ],
    [
      'a page with no report',
      item('a.html', '<html><body><nav><a href="/">Home</a></nav><p>Log in</p></body></html>'),
      'no_article',
      'save the report',
    ],
  ])('%s', (_name, raw, code, text) => {
    const found = refusal(raw)
    expect([found.code, found.name]).toEqual([code, raw.name])
    expect(found.text).toContain(text)
  })

  test('never stops the rest', () => {
    const { documents, refusals } = run(item('a.txt', ''), item('b.txt', 'Five died.'), item('c.pdf', '%PDF'))
    expect(documents.map((d) => d.document.doc)).toEqual(['b.txt'])
    expect(refusals.map((r) => r.name)).toEqual(['a.txt', 'c.pdf'])
  })
})

describe('files of records', () => {
  const line = (n: number): string =>
    JSON.stringify({ doc: `d${n}`, published: '2020-01-21', outlet: 'The Bell', text: `Report ${n}.` })

  test('a broken line 7 of 9 costs that line alone', () => {
    const lines = Array.from({ length: 9 }, (_, i) => line(i + 1))
    lines[6] = '{"doc": "d7", "text": "Report'
    const { documents, refusals } = run(item('r.jsonl', lines.join('\n')))
    expect(documents.map((d) => d.document.doc)).toEqual(['d1', 'd2', 'd3', 'd4', 'd5', 'd6', 'd8', 'd9'])
    expect(refusals).toHaveLength(1)
    expect(refusals[0]).toMatchObject({ name: 'r.jsonl', at: 'line 7', code: 'broken_json' })
    expect(refusals[0]?.text).toMatch(/line 7 is not valid JSON.*mend it/)
  })

  test('lines without an id are named after the file and the line; blank lines are skipped', () => {
    const { documents } = run(item('r.jsonl', '\n{"text": "Five died."}\r\n\n{"doc": 12, "text": "Two died."}\n'))
    expect(documents.map((d) => d.document.doc)).toEqual(['r.jsonl:2', '12'])
  })

  test('the same line twice is one document', () => {
    expect(run(item('r.jsonl', `${line(1)}\n${line(1)}`)).documents).toHaveLength(1)
  })

  test('the number of a line is the number in the whole file', () => {
    const { refusals } = run(item('r.jsonl', `${line(1)}\n{`, { part: { firstLine: 100 } }))
    expect(refusals[0]?.at).toBe('line 101')
  })

  test('the fields of a record', () => {
    const record = {
      doc: 'x',
      published: '2020-01-21T23:30:00+02:00',
      outlet: ' The Bell ',
      url: 'https://a.example/1',
      title: '',
      text: 'Five died.',
    }
    const { document, content } = only(item('r.json', JSON.stringify(record)))
    expect(content).toBe('Five died.')
    expect(document).toMatchObject({
      doc: 'x',
      published: '2020-01-21',
      publishedFrom: 'metadata',
      outlet: 'The Bell',
      url: 'https://a.example/1',
      title: null,
    })
  })

  test('a .json may hold a list, or JSON lines', () => {
    expect(run(item('r.json', `[${line(1)}, 5, ${line(2)}]`))).toMatchObject({
      documents: [{}, {}],
      refusals: [{ at: 'item 2' }],
    })
    expect(run(item('r.json', `${line(1)}\n${line(2)}\n`)).documents).toHaveLength(2)
  })

  test('a date in the future is kept, with a warning', () => {
    const { document } = only(item('r.json', '{"text": "Five died.", "published": "2031-05-01"}'))
    expect(document.published).toBe('2031-05-01')
    expect(codes(document)).toEqual(['future_date'])
  })

  test.each([
    ['commas', 'id,Date,Source,Headline,Body\n7,2020-01-21,The Bell,Strike,"Five died, two fled.\nMore follows."\n'],
    [
      'semicolons',
      'id;date;source;title;text\r\n7;2020-01-21;The Bell;Strike;"Five died, two fled.\nMore follows."\r\n',
    ],
    ['tabs', 'id\tdate\tsource\ttitle\ttext\n7\t2020-01-21\tThe Bell\tStrike\t"Five died, two fled.\nMore follows."\n'],
  ])('a table with %s', (_name, csv) => {
    const { document, content } = only(item('r.csv', csv))
    expect(content).toBe('Five died, two fled.\nMore follows.')
    expect(document).toMatchObject({ doc: '7', published: '2020-01-21', outlet: 'The Bell', title: 'Strike' })
  })

  test('rows are refused by their line, and named by it', () => {
    const csv = 'text,published\n"One\ntwo.",2020-01-21\nThree.,soon\nFour.,\n'
    const { documents, refusals } = run(item('r.csv', csv))
    expect(documents.map((d) => d.document.doc)).toEqual(['r.csv:2', 'r.csv:5'])
    expect(refusals[0]).toMatchObject({ at: 'line 4', code: 'wrong_field' })
  })

  test('a quote that never closes costs what follows it, and is said', () => {
    const { documents, refusals } = run(item('r.csv', 'text\nOne died.\n"Two died.\nThree died.\n'))
    expect(documents).toHaveLength(1)
    expect(refusals[0]).toMatchObject({ code: 'broken_row' })
  })
})

describe('plain text', () => {
  test('label lines at its head become metadata and zones, nothing is cut', () => {
    const source =
      '[A remark.]\nOutlet: The Bell\nPublished: 2020-01-21\nUrl: https://bell.example/1\nTitle: Strike on Rasmun\n\nFive died.\n\nNote: two fled.'
    const { document, content } = only(item('a.txt', source))
    expect(content).toBe(source)
    expect(document).toMatchObject({
      doc: 'a.txt',
      outlet: 'The Bell',
      published: '2020-01-21',
      url: 'https://bell.example/1',
      title: 'Strike on Rasmun',
    })
    expect(document.zones.map((z) => [z.kind, content.slice(z.start, z.end)])).toEqual([
      ['clutter', '[A remark.]'],
      ['credit', 'Outlet: The Bell'],
      ['date_line', 'Published: 2020-01-21'],
      ['clutter', 'Url: https://bell.example/1'],
      ['clutter', 'Title: '],
      ['headline', 'Strike on Rasmun'],
    ])
  })

  test.each([
    [
      'a day in words',
      'Outlet: The Bell\nDate: 21 January 2020\n\nFive died.',
      { outlet: 'The Bell', published: null },
    ],
    ['one label alone', 'Source: The Bell\n\nFive died.', { outlet: null }],
    ['no blank line', 'Outlet: The Bell\nTitle: Strike', { outlet: null }],
    ['other lines among them', 'Outlet: The Bell\nTitle: Strike\nFive died.\n\nTwo fled.', { outlet: null }],
  ])('%s', (_name, source, expected) => {
    expect(only(item('a.txt', source)).document).toMatchObject(expected)
  })
})

describe('Markdown', () => {
  test('front matter becomes metadata, headings become zones, nothing is cut', () => {
    const source =
      '---\ntitle: "Strike on Rasmun"\ndate: 2020-01-21\nsource: The Bell\n---\n# Strike on Rasmun\n\nFive died.\n\n## Aftermath\n\nTwo fled.\n'
    const { document, content } = only(item('a.md', source))
    expect(content).toBe(source)
    expect(document).toMatchObject({ title: 'Strike on Rasmun', published: '2020-01-21', outlet: 'The Bell' })
    expect(document.zones.map((z) => [z.kind, content.slice(z.start, z.end)])).toEqual([
      ['clutter', source.slice(0, source.indexOf('\n# '))],
      ['headline', '# Strike on Rasmun'],
      ['subheading', '## Aftermath'],
    ])
  })
})

test('whatever the bytes and the name, there is an answer for each item and offsets hold', () => {
  const names = fc.constantFrom('a.txt', 'a.html', 'a.md', 'a.json', 'a.jsonl', 'a.csv')
  const scraps = fc.constantFrom(
    '{"text":"x"}',
    '\n',
    ',',
    '"',
    '<p>',
    '</div>',
    '<article>',
    'five died',
    '<!--',
    '[',
    '\ud83d',
    '\u0000',
    '---\n',
    '# ',
    '<script>',
  )
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc.string({ unit: 'binary' }).map(utf8),
    fc.array(scraps, { maxLength: 30 }).map((parts) => utf8(parts.join(''))),
  )
  fc.assert(
    fc.property(names, bytes, (name, content) => {
      const { documents, refusals } = run(item(name, content))
      for (const { document, text } of documents) {
        expect(text.content.trim()).not.toBe('')
        for (const zone of document.zones) expect(zone.end).toBeLessThanOrEqual(text.content.length)
      }
      for (const { code, text } of refusals) expect(code !== '' && text !== '').toBe(true)
      if (name === 'a.txt' || name === 'a.html' || name === 'a.md') expect(documents.length + refusals.length).toBe(1)
    }),
    { numRuns: 500 },
  )
})
