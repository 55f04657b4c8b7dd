/**
 * Whether a barcode is a valid EAN/GTIN: 8, 12, 13 or 14 digits, the last one being the check digit.
 *
 * @see https://www.gs1.org/services/how-calculate-check-digit-manually
 */
export function isGtin(code: string): boolean {
  if (!/^(\d{8}|\d{12,14})$/.test(code)) return false
  let sum = 0
  for (let fromTheRight = 0; fromTheRight < code.length; fromTheRight++) {
    sum += Number(code[code.length - 1 - fromTheRight]) * (fromTheRight % 2 ? 3 : 1)
  }
  return sum % 10 === 0
}
