import { buffer } from "node:stream/consumers"
import PostalMime, { type Email } from "postal-mime"
import { SMTPServer } from "smtp-server"

/** A mail server that keeps what it gets, and sends nothing on. */
export interface MailSink {
  /** `smtp://…` */
  url: string
  /** What has arrived for an address, oldest first, as a mail program reads it. */
  mailsTo(address: string): Email[]
  /** The next mail is refused with these words. */
  refuseNext(words: string): void
  /** The next mail arrives, and its sender is told with these words that it did not. */
  loseNextAnswer(words: string): void
  close(): Promise<void>
}

export async function startMailSink(): Promise<MailSink> {
  const mails: Email[] = []
  const refusals: Refusal[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    onData(stream, _session, callback) {
      void receive(stream, mails, refusals).then(
        () => callback(),
        (error: unknown) => callback(error instanceof Error ? error : new Error(String(error))),
      )
    },
  })
  const port = await new Promise<number>((resolve, reject) => {
    server.on("error", reject)
    const listener = server.listen(0, "127.0.0.1", () => {
      const address = listener.address()
      resolve(typeof address === "object" && address ? address.port : 0)
    })
  })
  return {
    url: `smtp://127.0.0.1:${port}`,
    mailsTo: (address) => mails.filter(({ to }) => to?.some((one) => one.address === address)),
    refuseNext: (words) => refusals.push({ words, arrives: false }),
    loseNextAnswer: (words) => refusals.push({ words, arrives: true }),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

interface Refusal {
  words: string
  arrives: boolean
}

async function receive(
  stream: NodeJS.ReadableStream,
  mails: Email[],
  refusals: Refusal[],
): Promise<void> {
  const raw = await buffer(stream)
  const refusal = refusals.shift()
  if (refusal?.arrives !== false) {
    mails.push(await PostalMime.parse(raw, { attachmentEncoding: "arraybuffer" }))
  }
  if (refusal) throw new Error(refusal.words)
}
