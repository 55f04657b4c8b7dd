import type { TransferDetails } from "../api/order"
import { useLanguage } from "../language/language"
import { CopyButton } from "./copy-button"

const FIELDS = ["owner", "iban", "bic", "bank_name", "amount", "purpose"] as const

interface TransferCardProps {
  title: string
  transfer: TransferDetails
}

/** The data of the transfer, each to be copied by itself, and the QR code for the banking app. */
export function TransferCard({ title, transfer }: TransferCardProps) {
  const { t, language, money } = useLanguage()
  const amount = new Intl.NumberFormat(language, { minimumFractionDigits: 2, useGrouping: false })
  const shown = { ...transfer, amount: money(transfer.amount, transfer.currency_code) }
  const copied = {
    ...transfer,
    iban: transfer.iban.replaceAll(" ", ""),
    amount: amount.format(transfer.amount),
  }
  const fields = FIELDS.filter((field) => transfer[field] !== null)
  return (
    <div className="transfer">
      <h3>{title}</h3>
      <dl>
        {fields.map((field) => (
          <div key={field} className={`transfer__${field}`}>
            <dt>{t.transfer[field]}</dt>
            <dd>
              <span>{shown[field]}</span>
              <CopyButton label={t.transfer[field]} text={copied[field] ?? ""} />
            </dd>
          </div>
        ))}
      </dl>
      {transfer.qr_svg !== null && (
        <figure>
          <img
            src={`data:image/svg+xml,${encodeURIComponent(transfer.qr_svg)}`}
            alt={t.transfer.qr}
            width="180"
            height="180"
          />
          <figcaption>{t.transfer.qrHint}</figcaption>
        </figure>
      )}
      <p className="transfer__note">{t.transfer.exactPurpose}</p>
    </div>
  )
}
