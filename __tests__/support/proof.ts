/**
 * `npm run proof` tries all of what takes long. `npm test` tries a share of it in which every kind of
 * thing still happens.
 */
export const IS_WHOLE_PROOF = process.env["PROOF"] === "whole"

/** Every other row of a table; in the whole proof all of them. */
export const share = <Row>(rows: readonly Row[]): Row[] =>
  rows.filter((_, at) => IS_WHOLE_PROOF || at % 2 === 0)
