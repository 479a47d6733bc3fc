import wabt from 'wabt';

/** The WebAssembly module of a text, as a constant in base64: so that it is part of every bundle, whatever the bundler. */
export async function printNumberSearch(text: string): Promise<string> {
  const { parseWat } = await wabt();
  const module = parseWat('number-search.wat', text, { simd: true });
  try {
    const { buffer } = module.toBinary({});
    return `export const MODULE = '${Buffer.from(buffer).toString('base64')}';\n`;
  } finally {
    module.destroy();
  }
}
