import type { Locator } from "playwright-core"

/** More than any page has on the way to what a test goes to. */
const MOST_PRESSES = 120

/** As much of an element as is needed here; the tests know no other of the browser's types. */
interface Focusable {
  matches: (selector: string) => boolean
  blur: () => void
  focus: (options: { focusVisible: boolean }) => void
  getAnimations: () => { finished: Promise<unknown> }[]
  parentElement: Focusable | null
  ownerDocument: {
    defaultView: { getComputedStyle: (element: Focusable) => Record<string, string> }
  }
}

/** Goes on with the tab key, or another, until `target` has the focus; sees that it shows it. */
export async function tabTo(target: Locator, key = "Tab"): Promise<void> {
  const { keyboard } = target.page()
  for (let presses = 0; presses < MOST_PRESSES; presses += 1) {
    if (await target.evaluate((element: Focusable) => element.matches(":focus"))) {
      expect(await target.evaluate(showsFocus)).toBe(true)
      return
    }
    await keyboard.press(key)
  }
  throw new Error(`${MOST_PRESSES} times ${key} did not lead to ${target.toString()}.`)
}

/**
 * Runs in the page: whether the element, or what is close around it (the line of a radio button),
 * looks another way for having the focus.
 */
async function showsFocus(element: Focusable): Promise<boolean> {
  const around = [element]
  for (let box = element.parentElement; box && around.length < 4; box = box.parentElement) {
    around.push(box)
  }
  const look = async () => {
    await Promise.all(around.flatMap((box) => box.getAnimations().map(({ finished }) => finished)))
    return around.map((box) => {
      const style = box.ownerDocument.defaultView.getComputedStyle(box)
      return [style["outline"], style["boxShadow"], style["backgroundColor"]].join()
    })
  }
  const focused = await look()
  element.blur()
  const plain = await look()
  element.focus({ focusVisible: true })
  return focused.join() !== plain.join()
}
