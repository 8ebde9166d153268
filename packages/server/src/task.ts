/** Work that takes longer than a request, as plain data. Each can be done again: what is done already is passed over. */
export type Task =
  | {
      readonly kind: 'import-gazetteer'
      readonly path: string
      readonly file: string
      readonly name: string | null
      readonly source: string | null
      readonly licence: string | null
      readonly replaces: string | null
    }
  | { readonly kind: 'apply-gazetteers' }
  | {
      readonly kind: 'import-organisations'
      readonly path: string
      readonly file: string
      readonly name: string | null
      readonly replaces: string | null
    }
  | { readonly kind: 'remove-organisations'; readonly name: string; readonly sees: string }
  | { readonly kind: 'reread-documents' }
