import { toPeople } from "../../../../../src/mapping/request/customer"
import { aCart } from "./support/carts"

interface Written {
  address_1: string
  address_2?: string
  postal_code: string
  city: string
}

const germany: [Written, object][] = [
  [
    { address_1: "Unter den Linden 77", postal_code: "10117", city: "Berlin" },
    { street: "Unter den Linden", street_number: "77" },
  ],
  [
    { address_1: "Straße des 17. Juni 135", postal_code: "10623", city: "Berlin" },
    { street: "Straße des 17. Juni", street_number: "135" },
  ],
  [
    { address_1: "Kurfürstendamm 207-208", postal_code: "10719", city: "Berlin" },
    { street: "Kurfürstendamm", street_number: "207-208" },
  ],
  [
    { address_1: "C 4, 12", postal_code: "68159", city: "Mannheim" },
    { street: "C 4", street_number: "12" },
  ],
  [
    {
      address_1: "Lange Str. 1",
      address_2: "c/o Erika Muster",
      postal_code: "01099",
      city: "Dresden",
    },
    { street: "Lange Str.", street_number: "1", additional_address_data: "c/o Erika Muster" },
  ],
  [
    { address_1: "Packstation 145", address_2: "12345678", postal_code: "53113", city: "Bonn" },
    { street: "Packstation 145", additional_address_data: "12345678" },
  ],
  [
    { address_1: "Alt-Moabit 90d", address_2: "2. OG links", postal_code: "10559", city: "Berlin" },
    { street: "Alt-Moabit", street_number: "90d", additional_address_data: "2. OG links" },
  ],
]

const austria: [Written, object][] = [
  [
    { address_1: "Mariahilfer Straße 88a/2/14", postal_code: "1070", city: "Wien" },
    { street: "Mariahilfer Straße", street_number: "88a/2/14" },
  ],
  [
    { address_1: "Lassallestraße 7b Stg. 2 Tür 14", postal_code: "1020", city: "Wien" },
    { street: "Lassallestraße", street_number: "7b Stg. 2 Tür 14" },
  ],
  [
    { address_1: "Getreidegasse 9", postal_code: "5020", city: "Salzburg" },
    { street: "Getreidegasse", street_number: "9" },
  ],
  [
    { address_1: "Oberdorf 12", postal_code: "6863", city: "Egg" },
    { street: "Oberdorf", street_number: "12" },
  ],
]

const switzerland: [Written, object][] = [
  [
    { address_1: "Bahnhofstrasse 45", address_2: "Postfach", postal_code: "8001", city: "Zürich" },
    { street: "Bahnhofstrasse", street_number: "45", additional_address_data: "Postfach" },
  ],
  [
    { address_1: "Rue du Rhône 62", postal_code: "1204", city: "Genève" },
    { street: "Rue du Rhône", street_number: "62" },
  ],
  [
    { address_1: "Via Nassa 5", postal_code: "6900", city: "Lugano" },
    { street: "Via Nassa", street_number: "5" },
  ],
  [
    { address_1: "Case postale 456", postal_code: "1211", city: "Genève 3" },
    { street: "Case postale 456" },
  ],
]

/** Streets of the countries whose lines are sent as they are. */
const untouched: Record<string, Written[]> = {
  nl: [
    { address_1: "Prinsengracht 263", postal_code: "1016 GV", city: "Amsterdam" },
    { address_1: "Damrak 70-3", postal_code: "1012 LM", city: "Amsterdam" },
    { address_1: "1e Jan Steenstraat 12 hs", postal_code: "1072 NK", city: "Amsterdam" },
    { address_1: "Plein 1944 5", postal_code: "6511 JC", city: "Nijmegen" },
    { address_1: "Postbus 12345", postal_code: "3500 AA", city: "Utrecht" },
    { address_1: "’s-Gravendijkwal 12b", postal_code: "3014 EA", city: "Rotterdam" },
  ],
  fr: [
    { address_1: "10 rue de la Paix", postal_code: "75002", city: "Paris" },
    { address_1: "12 bis, avenue Foch", postal_code: "75116", city: "Paris" },
    { address_1: "Lieu-dit Le Bourg", postal_code: "24220", city: "Beynac" },
    { address_1: "1 place de l’Hôtel-de-Ville", postal_code: "69001", city: "Lyon" },
    { address_1: "BP 40123", postal_code: "31015", city: "Toulouse Cedex 6" },
    { address_1: "Résidence Les Pins, Bât. B", postal_code: "13008", city: "Marseille" },
  ],
  gb: [
    { address_1: "221B Baker Street", postal_code: "NW1 6XE", city: "London" },
    { address_1: "Flat 3, 12 High Street", postal_code: "OX1 4AA", city: "Oxford" },
    { address_1: "Rose Cottage", postal_code: "EX20 1AB", city: "Okehampton" },
    { address_1: "Unit 5, Mill Lane Estate", postal_code: "M1 1AE", city: "Manchester" },
    { address_1: "PO Box 123", postal_code: "EH1 1YZ", city: "Edinburgh" },
    { address_1: "1-3 Strand", postal_code: "WC2N 5EH", city: "London" },
  ],
  us: [
    { address_1: "1600 Pennsylvania Ave NW", postal_code: "20500", city: "Washington" },
    { address_1: "350 5th Ave Fl 21", postal_code: "10118-0110", city: "New York" },
    { address_1: "123 1/2 Main St", postal_code: "90012", city: "Los Angeles" },
    { address_1: "N6W23001 Bluemound Rd", postal_code: "53188", city: "Waukesha" },
    { address_1: "PO Box 1234", postal_code: "99501", city: "Anchorage" },
    { address_1: "12 County Road 5", postal_code: "80435", city: "Dillon" },
  ],
}

function sent(country_code: string, written: Written) {
  const names = { first_name: "Max", last_name: "Muster" }
  const cart = aCart({ billing_address: { ...names, ...written, country_code } })
  return toPeople(cart, "send").customer.contact?.address
}

describe.each([
  ["de", germany],
  ["at", austria],
  ["ch", switzerland],
])("in %s", (country, addresses) => {
  it.each(addresses)("$address_1, $postal_code $city", (written, street) => {
    const { postal_code, city } = written
    const expected = { ...street, postal_code, city, country: country.toUpperCase() }
    expect(sent(country, written)).toEqual(expected)
  })
})

describe.each(Object.entries(untouched))("in %s", (country, addresses) => {
  it.each(addresses)("$address_1, $postal_code $city stays as it is", (written) => {
    const { address_1, postal_code, city } = written
    const expected = { street: address_1, postal_code, city, country: country.toUpperCase() }
    expect(sent(country, written)).toEqual(expected)
  })
})
