import { MedusaError } from "@medusajs/framework/utils"

type Row = Record<string, unknown> & { id: string }
type Given = Record<string, unknown>

interface Listing {
  order?: Record<string, string>
  take?: number
}

/**
 * The rows of one model, in place of the database: as much of Medusa's internal service as the
 * ledger uses. As in Medusa, a filter whose value is undefined filters nothing.
 */
export class MemoryTable {
  readonly rows: Row[] = []

  /** `isTaken`: whether a unique index forbids a new row beside the others. */
  constructor(
    private readonly defaults: () => Given,
    private readonly isTaken: (row: Row, others: Row[]) => boolean = () => false,
  ) {}

  async create(given: Given | Given[]): Promise<Row | Row[]> {
    const rows = [given].flat().map((fields): Row => {
      const id = `row_${String(this.rows.length + 1)}`
      const created_at = new Date(Date.now() + this.rows.length)
      const row = { id, created_at, ...this.defaults(), ...fields }
      if (this.isTaken(row, this.rows)) {
        throw new MedusaError(MedusaError.Types.INVALID_DATA, "Row with key: 1, already exists.")
      }
      this.rows.push(row)
      return row
    })
    return await this.answer(given, rows)
  }

  update(given: Given | Given[]): Promise<Row | Row[]> {
    const rows = [given].flat().map((fields) => {
      const row = this.rows.find(({ id }) => id === fields["id"])
      if (!row) throw new Error(`there is no row ${String(fields["id"])}`)
      return Object.assign(row, fields)
    })
    return this.answer(given, rows)
  }

  list(filters: Given, { order = {}, take }: Listing = {}): Promise<Row[]> {
    const asked = Object.entries(filters).filter(([, value]) => value !== undefined)
    const found = this.rows.filter((row) =>
      asked.every(([key, value]) => [value].flat().includes(row[key])),
    )
    const newestFirst = order["created_at"] === "DESC" ? found.toReversed() : found
    return Promise.resolve(newestFirst.slice(0, take))
  }

  retrieve(id: string): Promise<Row> {
    const found = this.rows.find((row) => row.id === id)
    return found ? Promise.resolve(found) : Promise.reject(new Error(`there is no row ${id}`))
  }

  private answer(given: Given | Given[], rows: Row[]): Promise<Row | Row[]> {
    const [first] = rows
    return Promise.resolve(Array.isArray(given) || !first ? rows : first)
  }
}
