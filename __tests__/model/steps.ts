import { MERCHANT } from "./merchant-steps"
import { PAGE } from "./page-steps"
import type { Play } from "./play"
import { SHOPPER } from "./shopper-steps"
import { VENDOR } from "./vendor-steps"

/**
 * Something that somebody does. `choice` picks among what there is to choose from. What cannot be
 * done at the moment does nothing.
 *
 * @returns what was answered, for the story
 * @throws Violation when the answer was a lie
 */
export type Step = (play: Play, choice: number) => Promise<string>

const TABLE = { ...SHOPPER, ...MERCHANT, ...PAGE, ...VENDOR }
export type StepName = keyof typeof TABLE
export const STEPS: Readonly<Record<StepName, Step>> = TABLE

/** How often each is chosen. */
export const WEIGHTS: Readonly<Record<StepName, number>> = {
  start: 8,
  change_quantity: 3,
  gift_card_on: 1,
  gift_card_off: 1,
  change_shipping: 2,
  leave_for_page: 2,
  pay: 12,
  decline: 2,
  abort: 2,
  return: 8,
  complete: 4,
  start_again_for_order: 4,
  read_order: 2,
  request_transfer: 1,
  draft_order: 1,
  begin_edit: 2,
  drop_edit: 3,
  edit_up: 3,
  edit_down: 2,
  receive_return: 2,
  exchange: 1,
  claim: 1,
  payment_link: 2,
  order_first: 3,
  switch_order_first: 1,
  page_link: 3,
  open_page: 1,
  pay_on_page: 4,
  capture: 4,
  refund: 6,
  refund_in_parts: 2,
  cancel_order: 1,
  ship: 2,
  cancel_payment: 1,
  resolve_orphan: 2,
  refresh: 3,
  event: 8,
  refund_elsewhere: 3,
  push: 8,
  fault: 3,
  calm: 3,
  sold_out: 1,
  restock: 1,
  hours: 5,
  days: 2,
}

const isName = (name: string): name is StepName => name in TABLE
export const STEP_NAMES: readonly StepName[] = Object.keys(TABLE).filter(isName)
