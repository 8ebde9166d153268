#!/usr/bin/env node
import { existsSync } from 'node:fs'

const main = new URL('../packages/server/dist/cli/main.js', import.meta.url)
if (existsSync(main)) {
  const { main: run } = await import(main.href)
  process.exitCode = await run(process.argv.slice(2))
} else {
  process.stderr.write(
    'sijil is not built yet\n  where: packages/server/dist\n  what to do: run `npm run build` first\n',
  )
  process.exitCode = 3
}
