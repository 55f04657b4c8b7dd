/**
 * `npm run proof` tries all of what takes long. `npm test` tries a share of it in which every kind of
 * thing still happens.
 */
export const IS_WHOLE_PROOF = process.env["PROOF"] === "whole"
