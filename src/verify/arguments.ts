/** What somebody wants of `verify`. */
export interface VerifyWish {
  /** Where the report goes. */
  folder: string
  /** Whether a person is there who pays. */
  attended: boolean
  /** Where the callbacks are listened for; 0 takes a free port. */
  port: number
  /** Where that port is reached from outside, without a slash at its end. */
  callback?: string
  /** Only these are paid with. */
  methods?: string[]
}

export const USAGE = `Usage: verify [attended] [callback=URL] [port=NUMBER] [methods=a,b] [out=FOLDER]

  attended       asks you to pay, once with each method, and looks what comes of it
  callback=URL   public address that leads to the port, for webhooks; without it none are expected
  port=NUMBER    port of this machine that customers and webhooks come back to; a free one otherwise
  methods=a,b    asks for these methods only
  out=FOLDER     where the report and the recordings go; secuconnect-verify otherwise`

/** The words of the command, with or without dashes; null when one is not known. */
export function parseVerifyArguments(words: readonly string[]): VerifyWish | null {
  const wish: VerifyWish = { folder: "secuconnect-verify", attended: false, port: 0 }
  for (const word of words) {
    const [, name = "", value = ""] = /^-{0,2}(\w+)(?:=(.+))?$/.exec(word) ?? []
    const take = TAKES.get(name)
    if (!take?.(wish, value)) return null
  }
  return wish
}

type Take = (wish: VerifyWish, value: string) => boolean

/** Each takes a value into the wish, or says that it is none. */
const TAKES: ReadonlyMap<string, Take> = new Map<string, Take>([
  ["attended", (wish, value) => (wish.attended = value === "")],
  [
    "out",
    (wish, value) => {
      wish.folder = value
      return value !== ""
    },
  ],
  [
    "port",
    (wish, value) => {
      wish.port = Number(value)
      return /^\d{1,5}$/.test(value) && wish.port < 65_536
    },
  ],
  [
    "callback",
    (wish, value) => {
      wish.callback = value.replace(/\/+$/, "")
      return /^https?:\/\/[^\s?#]+$/.test(value)
    },
  ],
  [
    "methods",
    (wish, value) => {
      wish.methods = value.split(",").map((method) => method.trim())
      return value !== ""
    },
  ],
])
