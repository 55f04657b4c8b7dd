const berlin = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Europe/Berlin",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  timeZoneName: "longOffset",
})

/** The vendor's notation: ISO 8601 in German local time with offset, `2021-06-09T22:09:09+02:00`. */
export function germanTime(date: Date = new Date()): string {
  const parts = new Map(berlin.formatToParts(date).map(({ type, value }) => [type, value]))
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? ""
  const day = `${part("year")}-${part("month")}-${part("day")}`
  const time = `${part("hour")}:${part("minute")}:${part("second")}`
  return `${day}T${time}${part("timeZoneName").replace("GMT", "")}`
}
