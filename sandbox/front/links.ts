// Google addresses that the sandbox answers itself, as addresses of its own pages.

const PAGES: [address: RegExp, page: (id: string, address: string) => string][] = [
  [/^https:\/\/docs\.google\.com\/document\/(?:u\/\d+\/)?d\/([\w-]+)/, (id) => `/#/document/${id}`],
  [/^https:\/\/docs\.google\.com\/spreadsheets\/(?:u\/\d+\/)?d\/([\w-]+)/, (id) => `/#/sheet/${id}`],
  [
    /^https:\/\/docs\.google\.com\/forms\/(?:u\/\d+\/)?d\/(e)\/[\w-]+\/(?:viewform|formResponse)/,
    (_, address) => `/form?address=${encodeURIComponent(address)}`,
  ],
  [/^https:\/\/docs\.google\.com\/forms\/(?:u\/\d+\/)?d\/([\w-]+)/, (id) => `/#/forms/${id}`],
  [/^https:\/\/(forms\.gle)\/[\w-]+/, (_, address) => `/form?address=${encodeURIComponent(address)}`],
  [/^https:\/\/drive\.google\.com\/drive\/(?:u\/\d+\/)?folders\/([\w-]+)/, (id) => `/#/drive/${id}`],
  [/^https:\/\/drive\.google\.com\/(?:file\/d\/|open\?id=)([\w-]+)/, (id) => `/#/document/${id}`],
];

/** The sandbox's page for a Google address; null for an address of somebody else. */
export function localPage(address: string): string | null {
  for (const [pattern, page] of PAGES) {
    const match = pattern.exec(address);
    if (match) return page(match[1] ?? "", address);
  }
  return null;
}
