import { once } from 'node:events'
import { openStore } from '../store/open-store.ts'
import { beginImport } from '../store/queries/imports.ts'

/** Opens the store of the folder given, writes one row, tells the number of it, and stays until its input ends. */
const hold = async (data: string): Promise<void> => {
  const store = await openStore({ data, databaseUrl: process.env.SIJIL_TEST_DATABASE_URL_OF_CHILD ?? null })
  process.stdout.write(`wrote ${await beginImport(store.db, ['held'], store.name)}\n`)
  process.stdin.resume()
  await once(process.stdin, 'end')
  await store.close()
  process.stdout.write('closed\n')
}

hold(process.argv[2] ?? '').catch((error: unknown) => {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  process.stdout.write(`problem ${String(code)} ${error instanceof Error ? error.stack : String(error)}\n`)
  process.exitCode = 3
})
