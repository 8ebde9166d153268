/** Bytes of a file that holds one document; a page with its scripts may be that long. */
export const MAX_DOCUMENT_BYTES = 20_000_000
/** Bytes of one record of a file of records. */
export const MAX_RECORD_BYTES = 10_000_000
/** Characters (UTF-16 units) of one document's text: some 300,000 words. */
export const MAX_TEXT_LENGTH = 2_000_000
/** Bytes of a file of records that are read at once. */
export const PART_BYTES = 200_000
