import { splitStreet } from "../../../../../src/mapping/request/street"

type Split = [line: string, street: string, number: string]

const inGermany: Split[] = [
  ["Musterstr. 11", "Musterstr.", "11"],
  ["Musterstr. 11a", "Musterstr.", "11a"],
  ["Musterstr. 11 a", "Musterstr.", "11 a"],
  ["Musterstr. 11A", "Musterstr.", "11A"],
  ["Musterstr.11", "Musterstr.", "11"],
  ["Rote-Kreuz-Str.12", "Rote-Kreuz-Str.", "12"],
  ["Musterweg11", "Musterweg", "11"],
  ["Hauptstr11b", "Hauptstr", "11b"],
  ["Musterstraße, 11", "Musterstraße", "11"],
  ["Am Alten Markt 3-5", "Am Alten Markt", "3-5"],
  ["Am Alten Markt 3 - 5", "Am Alten Markt", "3 - 5"],
  ["Goethestraße 4–6", "Goethestraße", "4–6"],
  ["Ringstraße 12a-c", "Ringstraße", "12a-c"],
  ["Ringstraße 11 a - 13 b", "Ringstraße", "11 a - 13 b"],
  ["Hauptstraße 23/25", "Hauptstraße", "23/25"],
  ["Hauptstraße 7+9", "Hauptstraße", "7+9"],
  ["Hauptstraße 12 & 14", "Hauptstraße", "12 & 14"],
  ["Hauptstraße 11 bis 13", "Hauptstraße", "11 bis 13"],
  ["Bahnhofstr. 5 1/2", "Bahnhofstr.", "5 1/2"],
  ["Bahnhofstr. 5½", "Bahnhofstr.", "5½"],
  ["Ulmenweg 12.1", "Ulmenweg", "12.1"],
  ["Siebenbürgenstr. 8/1", "Siebenbürgenstr.", "8/1"],
  ["Straße des 17. Juni 135", "Straße des 17. Juni", "135"],
  ["Platz des 18. März 1", "Platz des 18. März", "1"],
  ["Straße des 18. Oktober 11/0402", "Straße des 18. Oktober", "11/0402"],
  ["Am 1. Mai 3", "Am 1. Mai", "3"],
  ["An den 7 Quellen 4", "An den 7 Quellen", "4"],
  ["2. Querstraße 7", "2. Querstraße", "7"],
  ["Platz der Republik 1", "Platz der Republik", "1"],
  ["C 4, 12", "C 4", "12"],
  ["C4 12", "C4", "12"],
  ["T6, 14-17", "T6", "14-17"],
  ["L 15, 7-9", "L 15", "7-9"],
  ["An der B 96 5", "An der B 96", "5"],
  ["Straße 12 Nr. 5", "Straße 12", "Nr. 5"],
  ["Straße 12 5", "Straße 12", "5"],
  ["Weg 4, Haus-Nr. 7", "Weg 4", "Haus-Nr. 7"],
  ["Straße des 17 Juni 135", "Straße des 17 Juni", "135"],
  ["Str. d. 17. Juni 135", "Str. d. 17. Juni", "135"],
  ["Zu den 3 Eichen 7", "Zu den 3 Eichen", "7"],
  ["Hinter den 7 Bergen 8a", "Hinter den 7 Bergen", "8a"],
  ["Am Weißen Haus 5", "Am Weißen Haus", "5"],
  ["Am Tor 7", "Am Tor", "7"],
  ["Zum Lager 4", "Zum Lager", "4"],
  ["Straße des 8. Mai 19", "Straße des 8. Mai", "19"],
  ["Am 12. Februar 3", "Am 12. Februar", "3"],
  ["Hauptstr. #7", "Hauptstr.", "#7"],
  ["Straße A 12", "Straße A", "12"],
  ["Hauptstr. Nr. 12", "Hauptstr.", "Nr. 12"],
  ["Neudorf Nr.12", "Neudorf", "Nr.12"],
  ["Markt 1", "Markt", "1"],
  ["Allee 40", "Allee", "40"],
  ["Gut Altenhof 3", "Gut Altenhof", "3"],
  ["Hauptstr. 5 / 2. OG", "Hauptstr.", "5 / 2. OG"],
  ["Lange Str. 1, 2. Stock links", "Lange Str.", "1, 2. Stock links"],
  ["Dorfplatz 3, Hinterhaus", "Dorfplatz", "3, Hinterhaus"],
  ["Dorfplatz 3 (Hinterhaus)", "Dorfplatz", "3 (Hinterhaus)"],
  ["Am Hof 2 HH", "Am Hof", "2 HH"],
  ["Musterstr. 11 Haus 3", "Musterstr.", "11 Haus 3"],
  ["STRASSE DES FRIEDENS 4", "STRASSE DES FRIEDENS", "4"],
]

const inAustria: Split[] = [
  ["Schulgasse 3/2/11", "Schulgasse", "3/2/11"],
  ["Schulgasse 3 / 2 / 11", "Schulgasse", "3 / 2 / 11"],
  ["Obere Augartenstraße 1A/1/17", "Obere Augartenstraße", "1A/1/17"],
  ["Neubaugasse 12-14/1/5", "Neubaugasse", "12-14/1/5"],
  ["Wiedner Hauptstraße 8-10/DB/05", "Wiedner Hauptstraße", "8-10/DB/05"],
  ["Wienerbergstraße 11/B3", "Wienerbergstraße", "11/B3"],
  ["Mariahilfer Straße 12/Stg. 2/Top 5", "Mariahilfer Straße", "12/Stg. 2/Top 5"],
  ["Kärntner Straße 51/2/Top 3", "Kärntner Straße", "51/2/Top 3"],
  ["Praterstraße 25, Top 7", "Praterstraße", "25, Top 7"],
  ["Kirchengasse 5 / Tür 3", "Kirchengasse", "5 / Tür 3"],
  ["Dorf 45", "Dorf", "45"],
]

const inSwitzerland: Split[] = [
  ["Bahnhofstrasse 45a", "Bahnhofstrasse", "45a"],
  ["Rue de Genève 5", "Rue de Genève", "5"],
  ["Chemin de la Tour-Grise 4bis", "Chemin de la Tour-Grise", "4bis"],
  ["Rue du Mont-Blanc 3 ter", "Rue du Mont-Blanc", "3 ter"],
  ["Rue du 31-Décembre 8", "Rue du 31-Décembre", "8"],
  ["Rue-du-8-Mai 5", "Rue-du-8-Mai", "5"],
  ["Rue de la Gare 12, 3e étage", "Rue de la Gare", "12, 3e étage"],
  ["Via Cantonale 18A", "Via Cantonale", "18A"],
]

const inLiechtenstein: Split[] = [
  ["Städtle 34", "Städtle", "34"],
  ["Fürst-Franz-Josef-Strasse 12", "Fürst-Franz-Josef-Strasse", "12"],
]

describe.each([
  ["DE", inGermany],
  ["AT", inAustria],
  ["CH", inSwitzerland],
  ["LI", inLiechtenstein],
])("in %s", (country, splits) => {
  it.each(splits)("%s is the street %s, number %s", (line, street, street_number) => {
    expect(splitStreet(line, country)).toEqual({ street, street_number })
  })
})

describe("stays whole, because the last number is not the house's:", () => {
  it.each([
    "Schlossplatz 1a, 1b",
    "Musterstr. 7 // 12",
    "Musterstr. 5 #204",
    "Ringstr. 14 Lager 2",
    "Hauptstr. 12 c/o Müller 3",
    "Musterstr. 7 | 12",
    "Musterstr. 7 \\ 12",
    "Musterstr. 7; 12",
    "Musterstr. 7 -- 12",
    "Musterstr. 7 (12)",
    "Musterstr. 7 oder 12",
    "Musterstr. 12 a 3",
    "Musterstr.12 Lager 3",
    "Musterweg12 Lager 3",
    "Musterstr. 5 A 3 12",
    "Musterstr. 7 Nr. 12",
    "Nordring 3 #4",
    "Hauptstr. 5 Klingel 3",
    "Hauptstr. 5 WE 12",
    "Hauptstr. 5. Stock 3",
    "Hauptstr. 5 Hof 2 Tor 3",
    "Hauptstr. 5 z.Hd. Zimmer 3",
    "Hauptstr. 5 bei Müller 3",
    "Hauptstr. C/O Müller 3",
    "c/o Müller, Hauptstr. 12",
    "Am Bahnhof 1-3 Gleis 2",
    "Gewerbepark 2 Bau 3",
    "Musterstr. 7 Postfach 12",
    "Musterstr. 7 Box 12",
    "Musterstr. Haus 5",
    "Musterstr. Lager 2",
    "Hauptstraße, Whg. 12",
    "Musterstr. Klingel 3",
    "Straße des 8. Mai 1945",
    "Platz des 9. November 1989",
    "Straße des 8. Mai 1945 12",
    "Lager 2",
    "Zimmer 12",
  ])("%s", (line) => {
    expect(splitStreet(line, "DE")).toEqual({ street: line })
    expect(splitStreet(line, "AT")).toEqual({ street: line })
  })
})

describe("stays whole, because no house number is certain:", () => {
  it.each([
    ["DE", "Im Winkel"],
    ["DE", "Straße des 17. Juni"],
    ["CH", "Rue du 23-Juin"],
    ["DE", "11 Musterstraße"],
    ["CH", "5, rue de Genève"],
    ["DE", "Haus 7"],
    ["DE", "Haus 7 Hinterhof"],
    ["DE", "Halle 5, Tor 3"],
    ["DE", "Industriepark Nord, Halle 3"],
    ["DE", "Straße 12"],
    ["DE", "Nr. 7"],
    ["DE", "C 4"],
    ["DE", "5"],
    ["DE", "Am Markt 5 6"],
    ["DE", "Nordring 3 Nr. 4"],
    ["DE", "Musterstr. 11, 12345 Berlin"],
    ["DE", "Hauptstraße 12345"],
    ["DE", "Musterstr. 11 c/o Meier"],
    ["DE", "Kolonie Sonnenschein, Weg 3, Parzelle 12"],
    ["DE", "Postfach 12 34"],
    ["DE", "Packstation 145"],
    ["DE", "DHL Packstation 145"],
    ["DE", "Postfiliale 501"],
    ["DE", "Musterstr. 11, Postfach 123"],
    ["AT", "Abholstation 12"],
    ["CH", "Case postale 456"],
    ["CH", "Casella postale 12"],
    ["CH", "My Post 24"],
    ["DE", "Musterstr. 11, Gebäude C, Aufgang 3, 5. Etage"],
    ["DE", ""],
  ])("%s %s", (country, line) => {
    expect(splitStreet(line, country)).toEqual({ street: line })
  })
})

describe("is a street like any other, although it looks like a post-office box:", () => {
  it.each([
    ["Postgasse 12", "Postgasse", "12"],
    ["Postfachweg 3", "Postfachweg", "3"],
    ["Pfarrgasse 3", "Pfarrgasse", "3"],
  ])("%s", (line, street, street_number) => {
    expect(splitStreet(line, "AT")).toEqual({ street, street_number })
  })
})

describe("other countries' lines stay whole:", () => {
  it.each([
    ["NL", "Damrak 70-3"],
    ["NL", "Prinsengracht 263 hs"],
    ["FR", "12 bis rue de la Paix"],
    ["GB", "221B Baker Street"],
    ["US", "1600 Pennsylvania Ave NW"],
    ["IT", "Via Roma 12"],
    ["", "Musterstr. 11"],
  ])("%s %s", (country, line) => {
    expect(splitStreet(line, country)).toEqual({ street: line })
  })
})
