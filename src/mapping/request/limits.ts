/**
 * The longest texts that we send, in UTF-16 units: the one table.
 *
 * The vendor documents none of them. What is marked "seen" is what another shop system's plugin
 * cuts at and works with; the rest is our choice, on the safe side.
 *
 * @see https://github.com/pretix/pretix-secuconnect
 */
export const LIMITS = {
  /** Forename and surname, each. Seen. */
  name: 50,
  /** Seen. */
  company: 50,
  /** Without the house number. Seen. */
  street: 50,
  /** A longer one stays in the street. Our choice. */
  street_number: 20,
  /** Our choice. */
  additional_address_data: 50,
  /** Seen. */
  postal_code: 10,
  /** Seen. */
  city: 50,
  /** A longer address cannot receive mail (RFC 3696, erratum 1690); it is never cut. */
  email: 254,
  /** Texts of basket lines. Our choice. */
  text: 200,
  /**
   * `merchantRef` and `transactionRef`. A SEPA purpose holds 140 characters, and secuconnect puts
   * its own "TA 12345678" into it; how it words that is not documented, so it has 40 for itself.
   */
  purpose: 100,
  /** Reason of a refund. Documented. */
  reason: 100,
} as const
