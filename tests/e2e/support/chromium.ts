/** The browser that tests and bench drive: the system's, or the one that LOUPE_CHROMIUM names. */
export const CHROMIUM_PATH = process.env['LOUPE_CHROMIUM'] ?? '/usr/bin/chromium';

/** WebGL is SwiftShader's, so that the same picture comes on any machine; nothing goes to the network. */
export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--autoplay-policy=no-user-gesture-required',
  '--mute-audio',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-quic',
  '--no-first-run',
];
