import type { Obstacle } from "../mapping/views/region-methods"
import type { MailPreview } from "../mapping/mails/preview-mail"
import type { MailKind } from "../mapping/words/mails"
import type { Check } from "../mapping/views/connection"
import type { ErrorResponse } from "./common"

/** A setting, and where its value comes from. */
export interface AdminSetting {
  value: unknown
  source: "config" | "stored" | "default"
}

/** `GET` and `POST /admin/secuconnect/settings` */
export interface AdminSettingsResponse {
  settings: Record<string, AdminSetting>
  environment: string
  /** Host of secuconnect that is talked to. */
  base_url: string
  /** The server does not start without them; they are never sent. */
  credentials_present: boolean
  /** 0 as long as nothing was ever stored. */
  revision: number
  /** Name or e-mail address of the admin user who stored the last revision. */
  changed_by: string | null
  changed_at: string | null
  /** Names of the settings that the last revision changed. */
  changed: string[]
}

/** `POST /admin/secuconnect/settings` */
export interface AdminUpdateSettings {
  /** The revision that the person has seen. */
  revision: number
  /** By name; what is not named stays, `null` goes back to the default. */
  values: Record<string, unknown>
}

/** 400: nothing was stored. */
export interface AdminSettingsRefused extends ErrorResponse {
  code: "secuconnect_settings_refused"
  /** By the name of the setting. */
  fields: Record<string, { code: "invalid" | "in_config" | "unknown"; message: string }>
}

/** 409: somebody else has stored a newer revision. */
export interface AdminSettingsConflict
  extends ErrorResponse, Pick<AdminSettingsResponse, "changed_by" | "changed_at" | "changed"> {
  code: "secuconnect_settings_changed"
}

/** One result of the connection test. */
export type AdminConnectionCheck = Check

/** `POST /admin/secuconnect/connection-test`: always 200, what is wrong stands in the checks. */
export interface AdminConnectionTestResponse {
  checks: AdminConnectionCheck[]
}

/** `POST /admin/secuconnect/test-payments` */
export interface AdminStartTestPayment {
  /** Of the payment page: `de`, `en` or a longer tag; English unless given. */
  language?: string | undefined
}

export interface AdminTestPaymentResponse {
  test_payment: {
    id: string
    reference: string
    stx_id: string | null
    /** The payment page, to be opened by hand. */
    checkout_url: string | null
  }
}

/** A payment method of a region. */
export interface AdminRegionMethod {
  provider_id: string
  /** secuconnect's name; `general`: the customer chooses on the payment page. */
  method: string
  enabled: boolean
  /** Why it cannot be switched on; null where nothing is known against it. */
  obstacle: Obstacle | null
}

/** `GET` and `POST /admin/secuconnect/regions/:id/methods` */
export interface AdminRegionMethodsResponse {
  currency_code: string
  methods: AdminRegionMethod[]
  /** Why nobody knows what the contract offers; null when it is known. */
  problem: string | null
}

/** `POST /admin/secuconnect/regions/:id/methods` */
export interface AdminSwitchRegionMethod {
  provider_id: string
  enabled: boolean
}

/** `GET /admin/secuconnect/mails`: what customers get in the plugin's own words. */
export interface AdminMailsResponse {
  /** Whether Medusa has a notification provider for e-mails. */
  has_provider: boolean
  mails: MailPreview[]
}

/** `POST /admin/secuconnect/mails/samples` */
export interface AdminSendSampleMail {
  kind: MailKind
  /** Of the mail: `de`, `en` or a longer tag; English unless given. */
  language?: string | undefined
}

export interface AdminSampleMailResponse {
  /** The address of the person who is logged in. */
  to: string
}
