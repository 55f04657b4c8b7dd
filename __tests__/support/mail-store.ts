import path from "node:path"

import type { MailSink } from "./mail-sink"
import { REPOSITORY } from "./repository"
import { sharedDatabaseServer } from "./shared-database-server"
import { storeFolder } from "./store-folder"

/** A folder to start a store from that sends its e-mails by SMTP. */
export function storeThatMails({ url }: MailSink): string {
  const provider = {
    resolve: path.join(REPOSITORY, "__tests__", "support", "smtp-provider"),
    id: "smtp",
    options: { channels: ["email"], url, from: "shop@example.com" },
  }
  const change = `config.modules.notification.options.providers = [${JSON.stringify(provider)}]`
  return storeFolder(sharedDatabaseServer().folder, change)
}
