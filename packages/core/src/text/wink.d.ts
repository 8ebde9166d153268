/** The parts of wink-nlp that cut a text and know its words; its own types tell of its front alone. */

declare module 'wink-nlp/src/cache.js' {
  /** Words by number, with what the model says of each. */
  export interface Cache {
    value(lexeme: number): string
    /** Null for an unknown word, its number, or four numbers for each part of a contraction. */
    lookup(word: string): number[] | null
    /** The number of a word; an unknown one is added as of a category. */
    add(word: string, category: number): number
    normal(lexeme: number): number
    nox(binaryWord: number): number
    property(lexeme: number, name: string): number
    posOf(lexeme: number): number
    mappedSpelling(lexeme: number): number
    isMemberPOS(lexeme: number, pos: number): boolean
    valueOf(property: string, index: number): string
  }
  const cacheOf: (core: object, featureFn: object) => Cache
  export default cacheOf
}

declare module 'wink-nlp/src/compile-trex.js' {
  const compileTRex: (trex: object) => object
  export default compileTRex
}

declare module 'wink-nlp/src/dd-wrapper.js' {
  const wrap: (data: {
    readonly cache: object
    readonly tokens: number[]
    readonly nonBreakingSpaces: object
  }) => object
  export default wrap
}

declare module 'wink-nlp/src/tokenizer.js' {
  const tokenizer: (trex: object, categories: object, preserve: object) => (doc: object, text: string) => void
  export default tokenizer
}
