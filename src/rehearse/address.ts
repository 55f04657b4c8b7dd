const CITIES: Record<string, { postal_code: string; city: string; province?: string }> = {
  at: { postal_code: "1010", city: "Wien" },
  be: { postal_code: "1000", city: "Bruxelles" },
  ch: { postal_code: "8001", city: "Zürich" },
  de: { postal_code: "01099", city: "Dresden" },
  dk: { postal_code: "1050", city: "København" },
  fr: { postal_code: "75001", city: "Paris" },
  gb: { postal_code: "SW1A 1AA", city: "London" },
  it: { postal_code: "00184", city: "Roma" },
  nl: { postal_code: "1012 JS", city: "Amsterdam" },
  pl: { postal_code: "00-001", city: "Warszawa" },
  us: { postal_code: "94103", city: "San Francisco", province: "CA" },
}

/** A customer who lives in a country, for carts that are never delivered. */
export function addressIn(country_code: string) {
  return {
    first_name: "Erika",
    last_name: "Mustermann",
    address_1: "Musterstraße 7",
    postal_code: "10115",
    city: "Musterstadt",
    ...CITIES[country_code],
    country_code,
    phone: "+4930901820",
  }
}
