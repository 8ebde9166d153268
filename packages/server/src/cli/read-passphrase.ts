import { readFile } from 'node:fs/promises'
import { Problem } from '@sijil/core/contract/problem.js'
import type { Io } from './io.ts'

/**
 * The passphrase of a backup: the first line of a file, or SIJIL_PASSPHRASE; null where there is neither. Never an
 * argument: arguments are seen by everybody on the machine and kept by shells.
 */
export const readPassphrase = async (file: string | undefined, { env }: Io): Promise<string | null> => {
  if (file === undefined) return env.SIJIL_PASSPHRASE || null
  const content = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new Problem(
      {
        kind: 'misuse',
        code: 'no-passphrase-file',
        what: 'the file of the passphrase cannot be read',
        where: file,
        mend: 'name a file whose first line is the passphrase',
      },
      { cause },
    )
  })
  const [line = ''] = content.split(/\r?\n/)
  if (line !== '') return line
  throw new Problem({
    kind: 'misuse',
    code: 'empty-passphrase',
    what: 'the file of the passphrase has an empty first line',
    where: file,
    mend: 'write the passphrase into its first line',
  })
}
