import { PROBLEM_CODES } from './problem-codes.ts'
import { byTag, neededFor } from './reference-page.ts'
import type { Route } from './route.ts'

/** The reference as a page that needs no script and nothing from elsewhere. */
export const referenceHtml = (routes: Readonly<Record<string, Route>>, version: string): string =>
  [
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
    `<title>Sijil API ${escaped(version)}</title></head><body><main><h1>Sijil API</h1>`,
    '<p>All numbers are of people as reported, not as verified. As OpenAPI 3.1: <a href="/api/openapi.json">/api/openapi.json</a>.</p>',
    ...[...byTag(routes)].map(
      ([tag, group]) =>
        `<h2>${escaped(tag)}</h2><dl>${group
          .map(
            ([name, route]) =>
              `<dt id="${escaped(name)}"><code>${route.method.toUpperCase()} ${escaped(route.path)}</code></dt>` +
              `<dd>${escaped(route.summary)}. ${escaped(neededFor(route))}${route.about === undefined ? '' : `<br>${escaped(route.about)}`}</dd>`,
          )
          .join('')}</dl>`,
    ),
    '<h2 id="problems">Problems</h2><dl>',
    ...Object.entries(PROBLEM_CODES).map(
      ([code, [status, meaning]]) =>
        `<dt id="problem-${escaped(code)}"><code>${escaped(code)}</code> (${status})</dt><dd>${escaped(meaning)}</dd>`,
    ),
    '</dl></main></body></html>',
  ].join('\n')

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
