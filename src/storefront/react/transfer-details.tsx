import { type ReactElement, useEffect, useId, useState } from "react"

import type { TransferDetails as Transfer } from "../../http-types"
import { CopyButton } from "./copy-button"
import { type KitTexts, type Spoken, textsOf } from "./texts"

const FIELDS = ["owner", "iban", "bic", "bank_name", "amount", "purpose"] as const

export interface TransferDetailsProps extends Spoken {
  transfer: Transfer
  /** For an invoice: after the goods have come. */
  isInvoice?: boolean | undefined
  /** Of the heading; `h3` unless given. */
  as?: "h2" | "h3" | "h4" | undefined
  className?: string | undefined
}

/**
 * Where to transfer to: each line to be copied by itself, the QR code for banking apps, to be printed.
 * Without JavaScript everything is there but the buttons. To style: `[data-part="transfer-details"]`,
 * `[data-field="iban"]` and the like, `copy-button`, `transfer-qr`, `transfer-note`, `print-button`.
 */
export function TransferDetails({
  transfer,
  isInvoice = false,
  as: Heading = "h3",
  className,
  ...spoken
}: TransferDetailsProps): ReactElement {
  const t = textsOf(spoken)
  const heading = useId()
  const hasScript = useHasScript()
  return (
    <section data-part="transfer-details" className={className} aria-labelledby={heading}>
      <Heading id={heading}>{isInvoice ? t.transfer_invoice : t.transfer}</Heading>
      <Fields transfer={transfer} t={t} locale={spoken.locale} hasCopy={hasScript} />
      {transfer.qr_svg !== null && (
        <figure data-part="transfer-qr">
          <img
            src={`data:image/svg+xml,${encodeURIComponent(transfer.qr_svg)}`}
            alt={t.qr}
            width="180"
            height="180"
          />
          <figcaption>{t.qr_note}</figcaption>
        </figure>
      )}
      <p data-part="transfer-note">{t.purpose_note}</p>
      {hasScript && (
        <button type="button" data-part="print-button" onClick={() => window.print()}>
          {t.print}
        </button>
      )}
    </section>
  )
}

/** Not on the server, and not before the page has come to life there. */
function useHasScript(): boolean {
  const [hasScript, setScript] = useState(false)
  useEffect(() => setScript(true), [])
  return hasScript
}

interface FieldsProps {
  transfer: Transfer
  t: KitTexts
  locale: string | undefined
  hasCopy: boolean
}

function Fields({ transfer, t, locale = "en", hasCopy }: FieldsProps): ReactElement {
  const { amount, currency_code: currency } = transfer
  const shown = {
    ...transfer,
    amount: new Intl.NumberFormat(locale, { style: "currency", currency }).format(amount),
  }
  const copied = {
    ...transfer,
    iban: transfer.iban.replace(/ /g, ""),
    amount: plain(transfer, locale),
  }
  return (
    <dl>
      {FIELDS.map((field) => {
        const value = shown[field]
        if (value === null) return null
        return (
          <div key={field} data-field={field}>
            <dt>{t[field]}</dt>
            <dd>
              <span>{value}</span>
              {hasCopy && <CopyButton label={t[field]} text={copied[field] ?? ""} t={t} />}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

/** As banks take it: with the currency's decimals, without its sign and without groups. */
function plain({ amount, currency_code: currency }: Transfer, locale: string): string {
  const { maximumFractionDigits: digits } = new Intl.NumberFormat(locale, {
    style: "currency",
    currency,
  }).resolvedOptions()
  return new Intl.NumberFormat(locale, {
    useGrouping: false,
    minimumFractionDigits: digits ?? 2,
    maximumFractionDigits: digits ?? 2,
  }).format(amount)
}
