/**
 * Our own drawings, one per payment method: neutral, no brand's logo. They take the colour of the
 * text where they are put into a page, and are black as an image.
 */
export const METHOD_ICONS = {
  general: draw('<path d="M4 7h16v12H4zM4 7l3-3h13v3"/><path d="M15 13h5"/>'),
  creditcard: draw('<rect x="3" y="5" width="18" height="14" rx="2"/><path d="M3 10h18M6 15h4"/>'),
  debit: draw('<path d="M3 9l9-5 9 5zM6 9v8M10 9v8M14 9v8M18 9v8M3 20h18"/>'),
  invoice: draw('<path d="M6 3h12v18l-3-2-3 2-3-2-3 2zM9 8h6M9 12h6"/>'),
  prepaid: draw('<path d="M3 8h14M13 4l4 4-4 4M21 16H7M11 12l-4 4 4 4"/>'),
  paypal: draw('<circle cx="12" cy="8" r="4"/><path d="M4 21c0-4 4-6 8-6s8 2 8 6"/>'),
  easycredit: draw('<path d="M4 20V14M9 20v-9M14 20V8M19 20V5M3 20h18"/>'),
  sofort: draw('<path d="M13 3L5 14h6l-1 7 9-12h-6z"/>'),
  giropay: draw('<path d="M4 12a8 8 0 1 1 3 6M4 20v-4h4M9 12h6M12 9v6"/>'),
  eps: draw('<path d="M4 6h16v10H4zM9 20h6M12 16v4M8 11h8"/>'),
} as const

function draw(shapes: string): string {
  const look = 'fill="none" stroke="currentColor" stroke-width="1.5" stroke-linejoin="round"'
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" width="24" height="24" ${look} stroke-linecap="round" aria-hidden="true">${shapes}</svg>`
}
