import { sql } from 'kysely'
import type { Store } from '../store/open-store.ts'

/** Asks the store's database in SQL, for tests and benches. */
export const ask = async <Row>({ db }: Store, text: string): Promise<readonly Row[]> =>
  (await sql.raw<Row>(text).execute(db)).rows

/** Runs statements on one connection, so that temporary tables are seen by those that follow. */
export const onOneConnection = ({ db }: Store, work: (run: (text: string) => Promise<void>) => Promise<void>) =>
  db.connection().execute((connection) =>
    work(async (text) => {
      await sql.raw(text).execute(connection)
    }),
  )
