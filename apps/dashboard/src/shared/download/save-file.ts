/** Hands a file to the reader under a name. */
export function saveFile(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads the address after this turn.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** A file name of words: 'Gezinshulp Duinstreek', '2026-Q3' is 'rolvast-gezinshulp-duinstreek-2026-q3'. */
export function fileNameOf(...words: readonly string[]): string {
  const plain = words.join(' ').normalize('NFD').replaceAll(/\p{Mark}/gu, '').toLowerCase();
  return `rolvast-${plain.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '')}`;
}
