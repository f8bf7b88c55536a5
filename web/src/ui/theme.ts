// How Ringback looks: quiet greys, one accent, and colours that mean a state and nothing else.

import { createTheme, rem } from "@mantine/core";

export const theme = createTheme({
  colors: {
    dark: ["#e3e5e8", "#c4c8cd", "#a6adb5", "#7d858d", "#3d4147", "#35383d", "#26282c", "#1f2124", "#17181a", "#101113"],
  },
  primaryColor: "indigo",
  primaryShade: { light: 8, dark: 8 },
  defaultRadius: "md",
  cursorType: "pointer",
  respectReducedMotion: true,
  fontFamily: "'Inter Variable', system-ui, -apple-system, 'Segoe UI', sans-serif",
  fontFamilyMonospace: "ui-monospace, 'SF Mono', Menlo, Consolas, monospace",
  headings: { fontWeight: "600", sizes: { h1: { fontSize: rem(20), lineHeight: "1.3" }, h2: { fontSize: rem(15), lineHeight: "1.4" }, h3: { fontSize: rem(13), lineHeight: "1.4" } } },
  fontSizes: { xs: rem(12), sm: rem(13), md: rem(14), lg: rem(16), xl: rem(20) },
  components: {
    Tooltip: { defaultProps: { openDelay: 300, withArrow: true } },
    Select: { defaultProps: { allowDeselect: false, checkIconPosition: "right" } },
    InputWrapper: { vars: () => ({ label: {}, error: { "--input-error-size": rem(13) }, description: { "--input-description-size": rem(13) } }) },
    Button: { defaultProps: { size: "sm" } },
  },
});
