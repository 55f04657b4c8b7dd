import { common } from "./en/common"
import { links } from "./en/links"
import { mails } from "./en/mails"
import { methods } from "./en/methods"
import { order } from "./en/order"
import { payments } from "./en/payments"
import { regions } from "./en/regions"
import { settings } from "./en/settings"

/** English is the language that tells which texts there are. */
export const en = { common, links, mails, methods, order, payments, regions, settings } as const
