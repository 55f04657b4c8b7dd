import { toRefundReason } from "../../../../src/mapping/request/refund-reason"

describe("the reason of a refund, as secuconnect takes it", () => {
  it.each([
    [{ label: "Rückgabe", note: "Tasse zerbrochen" }, "Rueckgabe: Tasse zerbrochen"],
    [{ label: "Wrong size" }, "Wrong size"],
    [{ note: "Größe & Farbe #3 falsch_x" }, "Groesse + Farbe No. 3 falsch-x"],
    [{ note: "two\nlines\tand   blanks" }, "two lines and blanks"],
    [{ note: "(a) b/c: d? 'e', f. + g-h" }, "(a) b/c: d? 'e', f. + g-h"],
    [{ note: "Возврат" }, "Vozvrat"],
    [{ note: "x".repeat(150) }, "x".repeat(100)],
    [{ label: "y".repeat(99), note: "z" }, `${"y".repeat(99)}:`],
  ])("%j → %j", (words, reason) => {
    expect(toRefundReason(words, "en")).toBe(reason)
  })

  it.each([[{}], [{ label: "", note: " " }], [{ note: "🎁" }], [{ label: null, note: null }]])(
    "%j: left out, because an empty one is refused",
    (words) => {
      expect(toRefundReason(words, "en")).toBeUndefined()
    },
  )
})
