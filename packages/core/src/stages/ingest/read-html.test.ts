import { describe, expect, test } from 'vitest'
import type { Zone } from '../../model/document.ts'
import { readHtml } from './read-html.ts'
import { isFault } from './read-json.ts'
import type { SourceRecord } from './source-record.ts'

const read = (html: string): SourceRecord => {
  const record = readHtml(
    { name: 'a.html', bytes: new Uint8Array(), mediaType: null, url: 'https://given.example/a' },
    html,
  )
  if (isFault(record)) throw new Error(record.text)
  return record
}
const ONE =
  'At least five people, two of them children, were killed when shells fell on the market of Rasmun on Tuesday.'
const TWO = 'The shelling went on into the evening, residents said, and the wounded were carried to a clinic nearby.'

const PAGE = `<!DOCTYPE html><html lang="en-GB"><head><title>Shells fall on Rasmun | The Bell</title>
<meta property="og:title" content="Shells fall on Rasmun"><meta property="og:site_name" content="The Bell">
<meta property="article:published_time" content="2020-01-21T18:00:00+02:00"><meta property="article:modified_time" content="2020-01-22T07:00:00Z">
<link rel="canonical" href="https://bell.example/rasmun"><style>p{color:red}</style><script>var x = "<p>not text</p>"</script></head>
<body><header class="site-header"><a href="/">The Bell</a><nav><ul><li><a href="/world">World news, politics, sport and all there is to read today</a></li></ul></nav></header>
<main><article><h1>Shells fall on Rasmun</h1><div class="share-bar">Share this story with all of your friends, on every network there is, today</div>
<figure><img src="a.jpg" alt=""><figcaption>People look at a crater in Rasmun.</figcaption></figure>
<div class="body"><p>${ONE}</p><p>${TWO}</p><h2>Second strike</h2><p>A second strike hit the road to the north, <a href="/n">officials said</a>, and “nobody was hurt” &amp; all fled.</p>
<div class="related-stories"><h3>Related</h3><p>Twelve people were killed in another town last year, a monitor said, in one of many such attacks.</p></div>
<p hidden>Hidden words that nobody is meant to read, and that nobody will read, five dead.</p></div></article>
<section id="comments"><p>I think that forty people were killed, says a reader, who goes on and on and on about it.</p></section></main>
<footer><p>Copyright The Bell. All rights reserved, in every country, and for ever and ever, amen.</p></footer></body></html>`

test('takes the report and leaves the rest', () => {
  const record = read(PAGE)
  expect(record.text.split('\n\n')).toEqual([
    'Shells fall on Rasmun',
    'People look at a crater in Rasmun.',
    ONE,
    TWO,
    'Second strike',
    'A second strike hit the road to the north, officials said, and “nobody was hurt” & all fled.',
  ])
  expect(record.zones.map((z: Zone) => [z.kind, record.text.slice(z.start, z.end)])).toEqual([
    ['headline', 'Shells fall on Rasmun'],
    ['caption', 'People look at a crater in Rasmun.'],
    ['subheading', 'Second strike'],
  ])
})

test('reads what the page says of itself', () => {
  expect(read(PAGE)).toMatchObject({
    title: 'Shells fall on Rasmun',
    outlet: 'The Bell',
    published: '2020-01-21',
    updated: '2020-01-22',
    url: 'https://bell.example/rasmun',
    language: 'en',
  })
})

describe('where metadata stands', () => {
  const body = `<body><p>${ONE}</p><p>${TWO}</p></body>`
  test.each([
    [
      'linked data',
      `<head><script type="application/ld+json">{"@graph":[{"@type":"WebSite"},{"@type":"NewsArticle","headline":"A headline","datePublished":"2020-01-21","publisher":{"name":"The Bell"}}]}</script></head>${body}`,
      { title: 'A headline', outlet: 'The Bell', published: '2020-01-21' },
    ],
    [
      'broken linked data',
      `<head><title>A title</title><script type="application/ld+json">{"@type": "NewsArticle",</script></head>${body}`,
      { title: 'A title', published: null },
    ],
    [
      'a <time> element',
      `<body><article><time datetime="2020-01-21T10:00">Tuesday</time><p>${ONE}</p><p>${TWO}</p></article></body>`,
      { published: '2020-01-21' },
    ],
    [
      'a date of HTTP',
      `<head><meta name="pubdate" content="Tue, 21 Jan 2020 10:00:00 GMT"></head>${body}`,
      { published: '2020-01-21' },
    ],
    ['no address of its own', body, { url: 'https://given.example/a', outlet: null }],
  ])('%s', (_name, html, expected) => {
    expect(read(html)).toMatchObject(expected)
  })
})

describe('odd pages', () => {
  test.each([
    ['bare paragraphs', `<p>${ONE}<p>${TWO}`],
    ['divs with breaks', `<div><div>${ONE}<br><br>${TWO}</div></div>`],
    ['a table for layout', `<table><tr><td><a href="/1">Home</a></td><td>${ONE}<p>${TWO}</td></tr></table>`],
    [
      'two sections',
      `<div id="page"><section><p>${ONE}</p></section><section><p>${TWO}</p></section><div class="sidebar"><p>${TWO.toUpperCase()}</p></div></div>`,
    ],
    ['unclosed tags', `<div><p><b>${ONE}</p><p><i>${TWO}`],
  ])('%s', (_name, html) => {
    expect(read(html).text).toBe(`${ONE}\n\n${TWO}`)
  })

  test('a page that is nested to trap its readers is refused', () => {
    const html = `${'<div>'.repeat(100_000)}<p>${ONE}</p><p>${TWO}</p>`
    expect(readHtml({ name: 'a.html', bytes: new Uint8Array(), mediaType: null, url: null }, html)).toMatchObject({
      code: 'too_deep',
    })
  })

  test.each([
    '<',
    '<!--',
    '<p',
    '&',
    '&amp',
    '<a href="',
    '<p>',
    '</p>',
    '<![CDATA[',
    '<script>',
    ' a',
    '<b>a',
    '"',
    "<i x='",
  ])('two hundred thousand characters of %j', (scrap) => {
    const html = `<p>${ONE}</p><p>${TWO}</p>${scrap.repeat(200_000 / scrap.length)}`
    const record = readHtml({ name: 'a.html', bytes: new Uint8Array(), mediaType: null, url: null }, html)
    expect('text' in record).toBe(true)
  })

  test('a page of ten thousand paragraphs', () => {
    expect(read(`<article>${`<p>${ONE}</p>`.repeat(10_000)}</article>`).text.length).toBeGreaterThan(1_000_000)
  })

  test.each([
    [
      'a list of links',
      `<ul>${'<li><a href="/x">Five people were killed in an attack on the town, officials say</a></li>'.repeat(20)}</ul>`,
    ],
    ['a page that loads its text later', '<div id="root"></div><script>load()</script>'],
    ['not a page at all', 'hello'],
  ])('%s is refused', (_name, html) => {
    expect(readHtml({ name: 'a.html', bytes: new Uint8Array(), mediaType: null, url: null }, html)).toMatchObject({
      code: 'no_article',
    })
  })
})
