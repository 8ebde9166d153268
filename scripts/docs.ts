import { writeFileSync } from 'node:fs'
import { loadPhenomena } from '../packages/core/src/testing/phenomena.ts'
import { phenomenaPage } from './phenomena-page.ts'

/** Writes the generated pages of `docs/`. A test fails when one of them is stale. */
writeFileSync(new URL('../docs/phenomena.md', import.meta.url), phenomenaPage(loadPhenomena('en')))
process.stdout.write('docs/phenomena.md\n')
