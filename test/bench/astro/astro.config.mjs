import { defineConfig } from "astro/config";

// As somebody would set it who wants few bytes: style in the page, files without hash folders, nothing that is not asked for.
export default defineConfig({
  outDir: "site",
  build: { format: "file", inlineStylesheets: "always" },
  compressHTML: true,
  devToolbar: { enabled: false }
});
