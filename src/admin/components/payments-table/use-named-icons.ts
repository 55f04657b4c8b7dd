import { useEffect, useRef, type RefObject } from "react"
import { useWords } from "../../lib/use-words"

/** For the element around Medusa's toolbar: its buttons that show an icon only have no names. */
export function useNamedIcons(): RefObject<HTMLDivElement> {
  const { say } = useWords()
  const around = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const toolbar = around.current
    if (!toolbar) return
    const name = () => {
      toolbar.querySelector("[role=img]")?.setAttribute("aria-hidden", "true")
      const icons = [...toolbar.querySelectorAll("button")].filter(isIcon)
      const [filter, sorting] = icons.filter((icon) => icon.ariaHasPopup === "menu")
      filter?.setAttribute("aria-label", say("payments.filters.menu"))
      sorting?.setAttribute("aria-label", say("payments.sort.menu"))
      for (const icon of icons.filter(({ ariaHasPopup }) => ariaHasPopup === null)) {
        icon.setAttribute("aria-label", say("payments.filters.remove"))
      }
    }
    name()
    // Filters come and go inside of it.
    const observer = new MutationObserver(name)
    observer.observe(toolbar, { childList: true, subtree: true })
    return () => observer.disconnect()
  }, [say])
  return around
}

function isIcon(button: HTMLButtonElement): boolean {
  return button.textContent.trim() === ""
}
