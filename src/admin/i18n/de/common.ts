import type { common as english } from "../en/common"
import type { Words } from "../words"

export const common: Words<typeof english> = {
  copy: "{{what}} kopieren",
  copied: "Kopiert",
  copyFailed: "Der Browser erlaubt das Kopieren nicht.",
  demo: "Demo",
  demoHint: "Eine Demo-Zahlung: Es fließt kein Geld.",
  cancel: "Abbrechen",
  close: "Schließen",
  tryAgain: "Noch einmal versuchen",
  loadFailed: "Das konnte nicht geladen werden.",
}
