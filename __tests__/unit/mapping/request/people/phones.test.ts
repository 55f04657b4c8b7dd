import { toPhone } from "../../../../../src/mapping/request/phone"

describe("is sent as E.164:", () => {
  it.each([
    ["DE", "+49 555 5555555", "+495555555555"],
    ["DE", "0555 5555555", "+495555555555"],
    ["DE", "030/123456", "+4930123456"],
    ["DE", "(030) 123 456-78", "+493012345678"],
    ["DE", "+49 (0) 30 123456", "+4930123456"],
    ["DE", "+49 (0)30 123456", "+4930123456"],
    ["DE", "0049 30 123456", "+4930123456"],
    ["DE", "+49.30.123456", "+4930123456"],
    ["DE", "0171 1234567", "+491711234567"],
    ["DE", "０３０ １２３４５６", "+4930123456"],
    ["AT", "01 5133330", "+4315133330"],
    ["AT", "0664 1234567", "+436641234567"],
    ["CH", "079 123 45 67", "+41791234567"],
    ["CH", "+41 (0)44 668 18 00", "+41446681800"],
    ["LI", "232 32 32", "+4232323232"],
    ["NL", "06 12345678", "+31612345678"],
    ["NL", "020-1234567", "+31201234567"],
    ["FR", "01 23 45 67 89", "+33123456789"],
    ["FR", "06.12.34.56.78", "+33612345678"],
    ["GB", "020 7946 0958", "+442079460958"],
    ["GB", "+44 (0)20 7946 0958", "+442079460958"],
    ["US", "(212) 555-0123", "+12125550123"],
    ["US", "1-212-555-0123", "+12125550123"],
    ["IT", "06 1234 5678", "+390612345678"],
  ])("%s %s is %s", (country, written, sent) => {
    expect(toPhone(written, country)).toBe(sent)
  })

  it("a foreign number with its country code, wherever the buyer lives", () => {
    expect(toPhone("+43 664 1234567", "DE")).toBe("+436641234567")
  })

  it("a number with an extension, without the extension", () => {
    expect(toPhone("030 123456 ext. 7", "DE")).toBe("+4930123456")
  })
})

describe("has its country's code without a plus in front:", () => {
  it.each([
    ["DE", "491712345678", "+491712345678"],
    ["DE", "49 171 1234567", "+491711234567"],
    ["DE", "49/171/1234567", "+491711234567"],
    ["DE", "49-30-123456", "+4930123456"],
    ["DE", "(49) 171 1234567", "+491711234567"],
    ["DE", "49 (0) 171 1234567", "+491711234567"],
    ["DE", "49 0171 1234567", "+491711234567"],
    ["DE", "049 171 1234567", "+491711234567"],
    ["DE", "４９ 171 1234567", "+491711234567"],
    ["AT", "43 664 1234567", "+436641234567"],
    ["AT", "4315133330", "+4315133330"],
    ["CH", "41 79 123 45 67", "+41791234567"],
    ["CH", "41446681800", "+41446681800"],
    ["LI", "423 232 32 32", "+4232323232"],
    ["NL", "31612345678", "+31612345678"],
    ["FR", "33 6 12 34 56 78", "+33612345678"],
    ["GB", "44 7911 123456", "+447911123456"],
    ["IT", "39 06 12345678", "+390612345678"],
    ["PL", "48 600 123 456", "+48600123456"],
    ["DK", "45 20 12 34 56", "+4520123456"],
    ["US", "1 212 555 0123", "+12125550123"],
  ])("%s %s is %s", (country, written, sent) => {
    expect(toPhone(written, country)).toBe(sent)
  })
})

describe("begins like its country's code, and is a number without it:", () => {
  it.each([
    ["DE", "0491 71123", "+4949171123"],
    ["DE", "04921 12345", "+49492112345"],
    ["IT", "392 123 4567", "+393921234567"],
    ["DK", "45 12 34 56", "+4545123456"],
  ])("%s %s is %s", (country, written, sent) => {
    expect(toPhone(written, country)).toBe(sent)
  })
})

describe("lacks the zero in front:", () => {
  it.each<[country: string, written: string, sent: string | null]>([
    ["DE", "171 1234567", "+491711234567"],
    ["DE", "30123456", "+4930123456"],
    ["AT", "664 1234567", "+436641234567"],
    ["CH", "79 123 45 67", "+41791234567"],
    ["DE", "43 664 1234567", null],
    ["DE", "41 79 123 45 67", null],
  ])("%s %s is %s: it may be another country's", (country, written, sent) => {
    expect(toPhone(written, country)).toBe(sent)
  })
})

describe("has its plus or code in brackets:", () => {
  it.each([
    ["DE", "(+49) 171 1234567", "+491711234567"],
    ["DE", "(+49)30/123456", "+4930123456"],
    ["DE", "(0049) 171 1234567", "+491711234567"],
    ["AT", "(+43) 664/1234567", "+436641234567"],
  ])("%s %s is %s", (country, written, sent) => {
    expect(toPhone(written, country)).toBe(sent)
  })
})

describe("is left out:", () => {
  it.each([
    ["nothing", "DE", ""],
    ["a word", "DE", "keine"],
    ["no answer", "DE", "n/a"],
    ["dashes", "DE", "---"],
    ["a number that is too short", "DE", "123"],
    ["an emergency number", "DE", "110"],
    ["a country code alone", "DE", "+49"],
    ["a country code that does not exist", "DE", "+999 123 4567"],
    ["two numbers", "DE", "030 123456 / 030 654321"],
    ["a number inside a sentence", "DE", "Bitte anrufen: 030 123456"],
    ["a national number without a country", "", "030 123456"],
    ["a national number of a country that does not exist", "XX", "030 123456"],
    ["16 digits", "DE", "1234567890123456"],
    ["16 digits with a plus", "DE", "+491234567890123"],
    ["zeros", "DE", "00000"],
    ["more zeros", "DE", "0000000000"],
    ["zeros apart", "DE", "0 0 0 0"],
    ["four digits", "DE", "1234"],
    ["digits in a row", "DE", "123456789"],
    ["digits in a row from zero", "DE", "0123456789"],
    ["ones", "DE", "1111111111"],
    ["nines", "DE", "99999999"],
    ["a code of a city alone", "DE", "030"],
    ["a mobile number that was cut off", "DE", "0171 123"],
    ["a mobile number with too many digits", "DE", "0171 1234567890"],
    ["a number that nobody can have", "US", "+1 555 555 5555"],
    ["a country code without a plus alone", "DE", "49"],
    ["a number of 10,000 digits", "DE", "1".repeat(10_000)],
    ["a mail address", "DE", "max@example.org"],
  ])("%s", (_title, country, written) => {
    expect(toPhone(written, country)).toBeNull()
  })
})
