/** A string that only the module that makes it may call by that name. */
export type Brand<Name extends string> = string & { readonly __brand: Name }
