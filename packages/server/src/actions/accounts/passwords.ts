import { hash, verify } from '@node-rs/argon2'

/** Argon2id with OWASP's parameters (19 MiB, two passes), which are the library's own defaults; stated, so that they stay. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'), COST)

let nobody: Promise<string> | undefined

/**
 * Whether a password is that of a hash. Without a hash it is not, which takes as long to tell: nobody learns from the time
 * whether there is such an account.
 */
export const isPassword = async (password: string, known: string | null): Promise<boolean> => {
  nobody ??= hashPassword('the password of nobody')
  const right = await verify(known ?? (await nobody), password.normalize('NFKC'))
  return right && known !== null
}
