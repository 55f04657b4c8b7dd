/*
 * A fact about money may not come from the runtime: what `Intl` says is CLDR's, made for showing
 * amounts, and changes with Node. HUF has two decimals on Node 20.19.0 and none on 20.20.2.
 */

/** Codes by the decimals of their minor unit; precious metals and the like have none and are no money. */
const BY_EXPONENT = {
  0: `
    bif clp djf gnf isk jpy kmf krw pyg rwf ugx uyi vnd vuv xaf xof xpf`,
  2: `
    aed afn all amd ang aoa ars aud awg azn bam bbd bdt bgn bmd bnd bob bov brl bsd btn bwp
    byn bzd cad cdf che chf chw cny cop cou crc cuc cup cve czk dkk dop dzd egp ern etb eur
    fjd fkp gbp gel ghs gip gmd gtq gyd hkd hnl htg huf idr ils inr irr jmd kes kgs khr kpw
    kyd kzt lak lbp lkr lrd lsl mad mdl mga mkd mmk mnt mop mru mur mvr mwk mxn mxv myr mzn
    nad ngn nio nok npr nzd pab pen pgk php pkr pln qar ron rsd rub sar sbd scr sdg sek sgd
    shp sle sos srd ssp stn svc syp szl thb tjs tmt top try ttd twd tzs uah usd usn uyu uzs
    ved ves wst xcd xcg yer zar zmw zwg`,
  3: `
    bhd iqd jod kwd lyd omr tnd`,
  4: `
    clf uyw`,
} as const

/**
 * Decimals by lower-case code.
 *
 * @see https://www.six-group.com/en/products-services/financial-information/data-standards.html (ISO
 * 4217, list one, as published on 2024-06-25, with the later ZWG and XCG)
 */
export const ISO_4217: ReadonlyMap<string, number> = new Map(
  Object.entries(BY_EXPONENT).flatMap(([exponent, codes]) =>
    codes.split(/\s+/).flatMap((code) => (code ? [[code, Number(exponent)] as const] : [])),
  ),
)

/**
 * Currencies that ISO 4217 gives decimals which CLDR, of one version or another, or Medusa's own table
 * (`defaultCurrencies`) does not. Which of them secuconnect means is not documented: it is a factor of
 * 100 or 1,000, and no check could see it. So nothing is charged in them.
 */
export const DISPUTED: ReadonlySet<string> = new Set(
  `afn all amd cop crc huf idr iqd irr kpw lak lbp mga mmk mnt mur pkr rsd sos syp tzs uzs
    yer`.split(/\s+/),
)
