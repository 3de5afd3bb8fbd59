/** The mark of Rolvast; the word beside it says its name. */
export function Logo() {
  return (
    <svg width={28} height={28} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width={32} height={32} rx={8} fill="#0b5563" />
      <path d="M6 20.5 12.5 14l5 4.5L26 9.5" fill="none" stroke="#fff" strokeWidth={3} strokeLinecap="round" strokeLinejoin="round" />
      <path d="M6 25.5h20" stroke="#8fd3de" strokeWidth={2} strokeLinecap="round" />
    </svg>
  );
}
