/** The parts of wink-nlp that cut a text and know its words; its own types tell of its front alone. */

declare module 'wink-nlp/src/cache.js' {
  /** Words by number, with what the model says of each. */
  export interface Cache {
    value(lexeme: number): string
    /** Null for an unknown word, its number, or four numbers for each part of a contraction. */
    lookup(word: string): readonly number[] | null
    /** How many words the model has. */
    intrinsicSize(): number
    normal(lexeme: number): number
    nox(binaryWord: number): number
    property(lexeme: number, name: string): number
    posOf(lexeme: number): number
    mappedSpelling(lexeme: number): number
    isMemberPOS(lexeme: number, pos: number): boolean
  }
  const cacheOf: (core: object, featureFn: (config: object) => object) => Cache
  export default cacheOf
}

declare module 'wink-nlp/src/compile-trex.js' {
  const compileTRex: (trex: object) => object
  export default compileTRex
}

declare module 'wink-nlp/src/tokenizer.js' {
  /** What the tokenizer asks of the document that it fills. */
  export interface TokenSink {
    _addToken(text: string, category: number): void
    /** Adds a word that is known; 0 where it is not. */
    _addTokenIfInCache(text: string): number
    isLexeme(text: string): boolean
  }
  const tokenizer: (trex: object, categories: object, preserve: object) => (doc: TokenSink, text: string) => void
  export default tokenizer
}
