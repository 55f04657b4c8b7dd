import type { common as english } from "../en/common"
import type { Words } from "../words"

export const common: Words<typeof english> = {
  copy: "{{what}} kopieren",
  copied: "Kopiert",
  copyFailed: "Ihr Browser erlaubt das Kopieren nicht.",
  test: "Test",
  testHint: "Im Testmodus ausgeführt: Es fließt kein Geld.",
  cancel: "Abbrechen",
  close: "Schließen",
  tryAgain: "Erneut versuchen",
  loadFailed: "Das konnte nicht geladen werden.",
  guide: "Mehr dazu im Handbuch",
}
