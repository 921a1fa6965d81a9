/** One line that becomes three: a process and its children, in their hues. */
export function BrandMark({ className = 'size-[22px]' }: { readonly className?: string }) {
  return (
    <svg
      className={className}
      viewBox="0 0 22 22"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      aria-hidden
    >
      <path d="M3 11h6" />
      <path d="M9 11c4 0 3-6 7-6h3" stroke="var(--p1)" />
      <path d="M9 11h10" stroke="var(--p2)" />
      <path d="M9 11c4 0 3 6 7 6h3" stroke="var(--p3)" />
    </svg>
  );
}
