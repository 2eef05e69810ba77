/**
 * Chromium's sandbox refuses to run as root on Linux; for every other user it stays on.
 * @returns {string[]}
 */
export const electronSwitches = () => (process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [])
