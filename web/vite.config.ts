import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import type { Plugin } from "vite";

const OUTPUT = join(import.meta.dirname, "../src/ringback/webui");
// What every screen needs: one file compresses better, and stays in the browser when we change ours.
const BASE = /node_modules\/(react|react-dom|scheduler|i18next|react-i18next|@tanstack\/(?!react-virtual|virtual-core)[^/]+|openapi-fetch|openapi-react-query|use-sync-external-store)\//;
/** The parts of Mantine that the first page shows; others come with the screens that use them. */
const KIT = /node_modules\/@mantine\/core\/esm\/components\/(ActionIcon|Anchor|Button|Center|CloseButton|Collapse|Divider|FocusTrap|Group|Input|InputBase|Loader|Menu|Paper|PasswordInput|Popover|SegmentedControl|Stack|Text|TextInput|Title|Transition)\//;
const COMPRESSIBLE = /\.(js|css|svg)$/;

/** Puts a compressed copy beside each file, so that the server has nothing to compress. */
function compressed(): Plugin {
  let folder = "";
  return {
    name: "compressed",
    apply: "build",
    configResolved({ root, build }) {
      folder = resolve(root, build.outDir, "assets");
    },
    closeBundle() {
      for (const name of readdirSync(folder).filter((each) => COMPRESSIBLE.test(each))) {
        writeFileSync(join(folder, `${name}.gz`), gzipSync(readFileSync(join(folder, name)), { level: 9 }));
      }
    },
  };
}

export default defineConfig({
  plugins: [react(), compressed()],
  resolve: { alias: { "@": join(import.meta.dirname, "src") } },
  build: {
    outDir: OUTPUT,
    emptyOutDir: true,
    manifest: true,
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: "base", test: BASE }, { name: "kit", test: KIT }] } } },
    chunkSizeWarningLimit: 900,
  },
  server: {
    proxy: { "/api": { target: process.env.API_ADDRESS ?? "http://127.0.0.1:8080", ws: true } },
  },
  test: {
    environment: "jsdom",
    include: ["src/**/*.test.{ts,tsx}"],
    setupFiles: ["src/testing/setup.ts"],
    restoreMocks: true,
  },
});
