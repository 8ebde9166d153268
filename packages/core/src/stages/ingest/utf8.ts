import { utf8ToBytes } from '@noble/hashes/utils.js'

/** Text as UTF-8 bytes. */
export const utf8 = (text: string): Uint8Array => utf8ToBytes(text)
