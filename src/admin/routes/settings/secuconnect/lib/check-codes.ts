import { en } from "../../../../i18n/en"

/** The results of the connection test that have a text. */
export type CheckCode = keyof (typeof en)["settings"]["connection"]["checks"]

/** Whether a result has a text; a newer server may know more. */
export const hasText = (code: string): code is CheckCode => code in en.settings.connection.checks
