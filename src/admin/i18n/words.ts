/** What another language must have: the same names, all of them, with texts of its own. */
export type Words<Section> = {
  readonly [Name in keyof Section]: Section[Name] extends string ? string : Words<Section[Name]>
}

/** The path of a text: `order.state.waiting`. */
export type PathOf<Section> = {
  [Name in keyof Section & string]: Section[Name] extends string
    ? Name
    : `${Name}.${PathOf<Section[Name]>}`
}[keyof Section & string]
