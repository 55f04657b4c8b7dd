import { DataTable, useDataTable, type DataTableSortingState } from "@medusajs/ui"
import { useMemo } from "react"
import { PAGE_SIZE, usePayments, type PaymentsWish } from "../../lib/payments-query"
import { useWords } from "../../lib/use-words"
import { LoadFailed } from "../load-failed"
import { columnsOf } from "./columns"
import { filtersOf } from "./filters"
import { Pager } from "./pager"
import { useNamedIcons } from "./use-named-icons"

interface PaymentsTableProps {
  wish: PaymentsWish
  /** Another wish begins at its first page, unless it names one. */
  change: (wish: Partial<PaymentsWish>) => void
  open: (id: string) => void
}

/** The payments of the wish: searched, filtered, sorted and paged on the server. */
export function PaymentsTable({ wish, change, open }: PaymentsTableProps) {
  const { say, language } = useWords()
  const toolbar = useNamedIcons()
  const { data, error, refetch, isLoading } = usePayments(wish)
  const columns = useMemo(() => columnsOf({ say, language, open }), [say, language, open])
  const filters = useMemo(() => filtersOf(say), [say])
  const rows = data?.payments ?? []
  const table = useDataTable({
    ...{ columns, filters, isLoading, data: rows },
    getRowId: ({ id }) => id,
    rowCount: rows.length,
    onRowClick: (_event, { id }) => open(id),
    search: { state: wish.q, onSearchChange: (q) => change({ q }) },
    filtering: { state: wish.filters, onFilteringChange: (chosen) => change({ filters: chosen }) },
    sorting: {
      state: sortingOf(wish.order),
      onSortingChange: (sorting) => change({ order: orderOf(sorting) }),
    },
    pagination: {
      state: { pageIndex: 0, pageSize: PAGE_SIZE },
      onPaginationChange: () => undefined,
    },
    autoResetPageIndex: false,
  })
  if (error && !data) return <LoadFailed error={error} retry={refetch} />
  return (
    <DataTable instance={table}>
      <div ref={toolbar}>
        <DataTable.Toolbar
          className="flex flex-wrap items-center gap-2"
          translations={{ clearAll: say("payments.filters.clear") }}
        >
          <div className="min-w-0 flex-1">
            <DataTable.Search placeholder={say("payments.search")} />
          </div>
          <DataTable.FilterMenu tooltip={say("payments.filters.menu")} />
          <DataTable.SortingMenu tooltip={say("payments.sort.menu")} />
        </DataTable.Toolbar>
      </div>
      <DataTable.Table
        emptyState={{
          empty: { heading: say("payments.empty.title"), description: say("payments.empty.text") },
          filtered: {
            heading: say("payments.nothing.title"),
            description: say("payments.nothing.text"),
          },
        }}
      />
      <Pager found={data} page={wish.page} turnTo={(page) => change({ page })} />
    </DataTable>
  )
}

function sortingOf(order: string): DataTableSortingState {
  return { id: order.replace("-", ""), desc: order.startsWith("-") }
}

/** Nothing sorted any more means the newest first. */
function orderOf(sorting: DataTableSortingState | null): string {
  return sorting ? `${sorting.desc ? "-" : ""}${sorting.id}` : "-created_at"
}
