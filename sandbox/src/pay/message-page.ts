import { html, type Html } from "../page/html"
import { layout } from "./layout"
import { texts, type Language } from "./texts"
import type { Visit } from "./visit"

/** A link that is dead: the payment has failed or was cancelled. */
export function deadPage({ record, language, t, urls, pageUrl }: Visit): Html {
  const cancelled = record.status === "cancelled"
  const back = cancelled ? urls.abort : urls.error
  return layout({
    language,
    pageUrl,
    isDemo: record.isDemo,
    heading: cancelled ? t.cancelledHeading : t.failedHeading,
    main: html`<p>${cancelled ? t.cancelledText : t.failedText}</p>
      ${back && html`<p><a class="primary" href="${back}">${t.backToShop}</a></p>`}`,
  })
}

/** A link to a payment that was never made. */
export function unknownPage(language: Language): Html {
  const t = texts[language]
  return layout({
    language,
    pageUrl: (wanted) => `?lang=${wanted}`,
    isDemo: false,
    heading: t.unknownHeading,
    main: html`<p>${t.unknownText}</p>`,
  })
}
