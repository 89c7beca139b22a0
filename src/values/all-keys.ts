/** Objects that are made key by key. */

/** The same type with every key of it named, the optional ones too: none is forgotten. */
export type AllKeys<T> = { readonly [Key in keyof Required<T>]: T[Key] };
