/** Dresses the page in light or dark, as the program's own setting or the system says, from its first picture on. The shell passes the setting on as if it were the system's. */
export function followTheme(): void {
  const dark = matchMedia('(prefers-color-scheme: dark)')
  const dress = () => {
    document.documentElement.classList.toggle('dark', dark.matches)
    document.documentElement.classList.toggle('light', !dark.matches)
  }
  dress()
  dark.addEventListener('change', dress)
}
