import type { MailKind } from "../../../../../http-types"

/** The mails, in the page's order. */
export const MAILS = [
  "prepayment",
  "invoice",
  "reminder",
  "payment_link",
  "payment_failed",
  "refund",
] as const satisfies readonly MailKind[]

interface MailDraft {
  isOn: boolean
  /** Id of a template of the shop's mail provider; empty: the plugin's own words. */
  template: string
}

/** Which mails are sent, and with what. */
export interface MailsDraft {
  mails: Readonly<Record<MailKind, MailDraft>>
}

/** @param value the setting `mails`: for each mail on, off, or the id of a template */
export function fromMails(value: unknown): MailsDraft {
  const wishes = new Map<string, unknown>(Object.entries(value ?? {}))
  const draftOf = (kind: MailKind): MailDraft => {
    const wish = wishes.get(kind)
    return typeof wish === "string"
      ? { isOn: true, template: wish }
      : { isOn: wish === true, template: "" }
  }
  return {
    mails: {
      prepayment: draftOf("prepayment"),
      invoice: draftOf("invoice"),
      reminder: draftOf("reminder"),
      payment_link: draftOf("payment_link"),
      payment_failed: draftOf("payment_failed"),
      refund: draftOf("refund"),
    },
  }
}

/** The setting, as the server takes it. */
export function toMails({ mails }: MailsDraft): Record<string, boolean | string> {
  const wishes = Object.entries(mails).map(
    ([kind, { isOn, template }]) => [kind, isOn && (template.trim() || true)] as const,
  )
  return Object.fromEntries(wishes)
}
