import type { PublishedFile } from "../page/published-file.ts";

/** Headers for the paths that begin so. */
interface Rule {
  under: string;
  headers: Readonly<Record<string, string>>;
}

// The addresses of these files hold a hash of what is in them.
const hashed = ["_assets", "_cells", "_file", "_import", "_node", "_npm", "_observablehq"];

const rules: readonly Rule[] = [
  {
    under: "/",
    headers: {
      // Tables, figures and their code are there to be taken: from another page, a notebook, a program.
      "Access-Control-Allow-Origin": "*",
      "Permissions-Policy": "camera=(), geolocation=(), microphone=(), usb=()",
      "Referrer-Policy": "strict-origin-when-cross-origin",
      "X-Content-Type-Options": "nosniff"
    }
  },
  ...hashed.map((folder) => ({
    under: `/${folder}/`,
    headers: { "Cache-Control": "public, max-age=31536000, immutable" }
  }))
];

/** The headers that a file at this path is sent with. Everything without a hash in its address is asked for anew. */
export function headersFor(path: string): Record<string, string> {
  const headers = rules.filter(({ under }) => path.startsWith(under)).map((rule) => rule.headers);
  return Object.assign({ "Cache-Control": "no-cache" }, ...headers);
}

/**
 * Files that hosts read: `_headers` is Netlify's and Cloudflare's; without `.nojekyll` GitHub would leave out every folder
 * whose name begins with an underscore, where a branch is published as it is.
 */
export function hostFiles(): PublishedFile[] {
  const blocks = rules.map(({ under, headers }) =>
    [`${under}*`, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join("\n")
  );
  return [
    { path: "_headers", content: `${blocks.join("\n\n")}\n` },
    { path: ".nojekyll", content: "" }
  ];
}
