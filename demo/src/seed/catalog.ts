/** Handles of the product categories; the promotion code PENS10 is for the first. */
export const CATEGORIES = [
  { handle: "pens", name: "Schreibgeräte" },
  { handle: "paper", name: "Papier" },
  { handle: "desk", name: "Für den Tisch" },
  { handle: "books", name: "Bücher" },
] as const

export interface CatalogEntry {
  /** Also the name of the picture in `demo/storefront/public/products`. */
  handle: string
  title: string
  description: string
  category: (typeof CATEGORIES)[number]["handle"]
  sku: string
  /** Euro, VAT included: 7 % for books, 19 % for everything else. */
  price: number
  stock: number
}

export const CATALOG: CatalogEntry[] = [
  {
    handle: "ball-pen-8050",
    title: "ACME ball pen Modern Line 8050",
    description: "Kugelschreiber aus gebürstetem Messing, dokumentenechte Mine in Blau.",
    category: "pens",
    sku: "PEN-8050",
    price: 15.95,
    stock: 200,
  },
  {
    handle: "pen-case",
    title: "ACME pen case Modern Line",
    description: "Rollmäppchen aus gewachstem Segeltuch, Platz für sechs Stifte.",
    category: "desk",
    sku: "CASE-01",
    price: 17.95,
    stock: 200,
  },
  {
    handle: "fountain-pen",
    title: "Füllfederhalter „Elbe“",
    description: "Edelstahlfeder M, Kolbenfüllung, Griffstück aus Birnbaum.",
    category: "pens",
    sku: "PEN-ELBE-M",
    price: 49,
    stock: 80,
  },
  {
    handle: "pencils",
    title: "Bleistifte 2B, sechs Stück",
    description: "Zedernholz aus der Region, weich genug für Skizzen und Notizen.",
    category: "pens",
    sku: "PENCIL-2B-6",
    price: 9.8,
    stock: 200,
  },
  {
    handle: "ink-royal-blue",
    title: "Tinte Königsblau, 50 ml",
    description: "Leuchtend, löschbar, im Glas mit Restenlöser.",
    category: "desk",
    sku: "INK-BLUE-50",
    price: 12.5,
    stock: 150,
  },
  {
    handle: "notebook-a5",
    title: "Notizbuch A5, liniert",
    description: "192 Seiten, fadengeheftet, liegt offen flach auf dem Tisch.",
    category: "paper",
    sku: "NOTE-A5-L",
    price: 14.9,
    stock: 150,
  },
  {
    handle: "sketchbook",
    title: "Skizzenbuch, 150 g",
    description: "Rauhes Papier, das auch Tusche und etwas Wasser verträgt.",
    category: "paper",
    sku: "SKETCH-150",
    price: 18.5,
    stock: 90,
  },
  {
    handle: "letter-set",
    title: "Briefpapier mit Umschlägen",
    description: "20 Bögen Bütten, 20 gefütterte Umschläge, eine Schachtel.",
    category: "paper",
    sku: "LETTER-20",
    price: 16,
    stock: 90,
  },
  {
    handle: "wax-seal",
    title: "Siegel „Feder“, Einzelstück",
    description: "Von Hand graviert, mit drei Stangen Wachs. Es gibt nur dieses eine.",
    category: "desk",
    sku: "SEAL-ONE",
    price: 89,
    stock: 1,
  },
  {
    handle: "book-handwriting",
    title: "Die schöne Schrift",
    description: "Ein Übungsbuch für alle, die wieder mit der Hand schreiben möchten.",
    category: "books",
    sku: "BOOK-HAND",
    price: 24,
    stock: 60,
  },
  {
    handle: "book-ink",
    title: "Kleine Geschichte der Tinte",
    description: "Von Ruß und Galläpfeln bis zum Füller im Schulranzen.",
    category: "books",
    sku: "BOOK-INK",
    price: 18,
    stock: 60,
  },
  {
    handle: "book-letters",
    title: "Briefe, die bleiben",
    description: "Hundert Briefe aus drei Jahrhunderten, mit Bildern der Handschriften.",
    category: "books",
    sku: "BOOK-LETTERS",
    price: 14,
    stock: 60,
  },
]
