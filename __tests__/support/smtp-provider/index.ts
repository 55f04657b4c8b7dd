import type { ProviderSendNotificationDTO } from "@medusajs/framework/types"
import {
  AbstractNotificationProviderService,
  ModuleProvider,
  Modules,
} from "@medusajs/framework/utils"
import { createTransport } from "nodemailer"

/** Sends Medusa's e-mails by SMTP. A shop's own looks like this, see docs/events.md. */
class SmtpNotifications extends AbstractNotificationProviderService {
  static override identifier = "smtp"

  private readonly transport
  private readonly from: string

  constructor(_dependencies: unknown, { url, from }: { url: string; from: string }) {
    super()
    this.transport = createTransport(url)
    this.from = from
  }

  override async send(notification: ProviderSendNotificationDTO) {
    const { to, content, attachments } = notification
    const { messageId } = await this.transport.sendMail({
      to,
      from: this.from,
      subject: content?.subject,
      text: content?.text,
      html: content?.html,
      attachments: attachments?.map(({ id, filename, content_type, disposition, content }) => ({
        filename,
        content,
        encoding: "base64",
        cid: id,
        contentType: content_type,
        contentDisposition: disposition === "inline" ? "inline" : "attachment",
      })),
    })
    return { id: messageId }
  }
}

export default ModuleProvider(Modules.NOTIFICATION, { services: [SmtpNotifications] })
