import { common } from "./de/common"
import { links } from "./de/links"
import { mails } from "./de/mails"
import { methods } from "./de/methods"
import { order } from "./de/order"
import { payments } from "./de/payments"
import { regions } from "./de/regions"
import { settings } from "./de/settings"
import type { en } from "./en"
import type { Words } from "./words"

/** A text that English has and German has not is a type error here. */
export const de: Words<typeof en> = {
  common,
  links,
  mails,
  methods,
  order,
  payments,
  regions,
  settings,
}
