import { createHash, randomBytes } from 'node:crypto'

/** A secret that nobody guesses, for links, sessions and tokens. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

/** What is kept of a secret. It is random, so a plain hash is as good as a slow one. */
export const hashOfSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex')
