/** The account to transfer to, made for one payment. */
export interface TransferDetails {
  owner: string
  /** In groups of four. */
  iban: string
  bic: string | null
  bank_name: string | null
  /** To be used word for word: by it the money is found. */
  purpose: string
  amount: number
  currency_code: string
  /** A complete SVG document that banking apps read; for euros only. */
  qr_svg: string | null
}

/** Every error of the plugin's routes. */
export interface ErrorResponse {
  /** Medusa's: `invalid_data`, `not_allowed`, `not_found` and the like. */
  type: string
  /** To branch on; errors that Medusa words have none. */
  code?: string
  message: string
}
