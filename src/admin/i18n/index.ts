import { de } from "./de"
import { en } from "./en"
import { NAMESPACE } from "./namespace"

/** Medusa's dashboard merges this into its own texts. `fallbackLng` there is English. */
export default { en: { [NAMESPACE]: en }, de: { [NAMESPACE]: de } }
