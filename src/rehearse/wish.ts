/** What somebody wants of `rehearse`. */
export interface RehearsalWish {
  /** How many checkouts are played. */
  checkouts: number
  /** Where the report goes. */
  folder: string
  /** Customer of all orders: whoever wants to see the shop's mails gives an own address. */
  email: string
}

export const USAGE = `Usage: rehearse [checkouts=NUMBER] [email=ADDRESS] [out=FOLDER]

  checkouts=NUMBER   how many checkouts are played, 1 to 500; 50 otherwise
  email=ADDRESS      the customer's address, to see the shop's own mails; rehearsal@example.com otherwise
  out=FOLDER         where the report goes; secuconnect-rehearsal otherwise`

/** The words of the command, with or without dashes; null when one is not known. */
export function parseRehearsalWish(words: readonly string[]): RehearsalWish | null {
  const wish = { checkouts: 50, folder: "secuconnect-rehearsal", email: "rehearsal@example.com" }
  const areKnown = words.every((word) => {
    const [, name = "", value = ""] = /^-{0,2}(\w+)=(.+)$/.exec(word) ?? []
    return TAKES.get(name)?.(wish, value) ?? false
  })
  return areKnown ? wish : null
}

const MOST = 500

/** Each takes a value into the wish, or says that it is none. */
const TAKES: ReadonlyMap<string, (wish: RehearsalWish, value: string) => boolean> = new Map([
  [
    "checkouts",
    (wish: RehearsalWish, value: string) => {
      wish.checkouts = Number(value)
      return /^\d+$/.test(value) && wish.checkouts >= 1 && wish.checkouts <= MOST
    },
  ],
  [
    "email",
    (wish: RehearsalWish, value: string) => {
      wish.email = value
      return /^[^\s@]+@[^\s@]+$/.test(value)
    },
  ],
  [
    "out",
    (wish: RehearsalWish, value: string) => {
      wish.folder = value
      return true
    },
  ],
])
