import { writeFileSync } from 'node:fs'
import { referencePage } from '../packages/core/src/contract/api/reference-page.ts'
import { ROUTES } from '../packages/core/src/contract/api/routes.ts'
import { shapesPage } from '../packages/core/src/contract/shapes-page.ts'
import { columnsPage } from '../packages/core/src/stages/publish/columns-page.ts'
import { loadSuites } from '../packages/core/src/testing/phenomena.ts'
import { cliReference } from '../packages/server/src/cli/reference.ts'
import { phenomenaPage } from './phenomena-page.ts'

const PAGES: Readonly<Record<string, () => string>> = {
  'api-routes.md': () => referencePage(ROUTES),
  'cli.md': cliReference,
  'export.md': columnsPage,
  'json.md': shapesPage,
  'phenomena.md': () => phenomenaPage(loadSuites()),
}

/** Writes the generated pages of `docs/`. A test fails when one of them is stale. */
for (const [name, page] of Object.entries(PAGES)) {
  writeFileSync(new URL(`../docs/${name}`, import.meta.url), page())
  process.stdout.write(`docs/${name}\n`)
}
